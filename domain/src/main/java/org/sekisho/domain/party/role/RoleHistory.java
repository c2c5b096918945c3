package org.sekisho.domain.party.role;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.person.Affiliations;

/**
 * What is known about a person and an organisation when a role is asked for or approved; read with the reach of the check, since
 * nobody who asks sees another organisation's roles.
 *
 * @param held the roles that count, without the one in question
 * @param countingKinds the kinds of the organisations that count for the person
 * @param organisationHasAdministrator whether somebody's role as administrator of the organisation is in effect
 */
public record RoleHistory(
        List<HeldRole> held, Set<OrganisationKind> countingKinds, boolean organisationHasAdministrator) {

    public RoleHistory {
        held = List.copyOf(held);
        countingKinds = Set.copyOf(countingKinds);
    }

    /**
     * Counts a person's roles: those in effect or asked for, and those that ended at an organisation which the person has left and
     * which still counts. A role that ended at an organisation where the person still is counts no more.
     *
     * @param assignments all of the person, whatever their state
     * @param kindOf the kind of an organisation that counts
     * @param day today in Tokyo
     */
    public static RoleHistory of(
            Collection<RoleAssignment> assignments,
            Affiliations affiliations,
            Function<UUID, OrganisationKind> kindOf,
            boolean organisationHasAdministrator,
            LocalDate day) {
        Set<UUID> current = affiliations.current(day);
        Set<UUID> counting = affiliations.counting(day);
        List<HeldRole> held = new ArrayList<>();
        for (RoleAssignment each : assignments) {
            boolean left = !current.contains(each.organisation()) && counting.contains(each.organisation());
            if (each.state().isOpen() || (each.state() == AssignmentState.ENDED && left)) {
                held.add(new HeldRole(
                        each.role(), each.organisation(), !each.state().isOpen()));
            }
        }
        Set<OrganisationKind> kinds = EnumSet.noneOf(OrganisationKind.class);
        counting.forEach(organisation -> kinds.add(kindOf.apply(organisation)));
        return new RoleHistory(held, kinds, organisationHasAdministrator);
    }

    /** The history of somebody who is new. */
    public static RoleHistory ofNewcomer(OrganisationKind home, boolean organisationHasAdministrator) {
        return new RoleHistory(List.of(), Set.of(home), organisationHasAdministrator);
    }

    /** The same with one role more. */
    public RoleHistory with(HeldRole more) {
        List<HeldRole> all = new ArrayList<>(held);
        all.add(more);
        return new RoleHistory(all, countingKinds, organisationHasAdministrator);
    }
}
