package org.sekisho.domain.party.role;

import static org.sekisho.domain.party.Role.ADMINISTRATOR;
import static org.sekisho.domain.party.Role.ANALYST;
import static org.sekisho.domain.party.Role.AUDITOR;
import static org.sekisho.domain.party.Role.AUTHORITY_REVIEWER;
import static org.sekisho.domain.party.Role.CISO;
import static org.sekisho.domain.party.Role.COORDINATOR;
import static org.sekisho.domain.party.Role.DUTY_OFFICER;
import static org.sekisho.domain.party.Role.ORGANISATION_ADMINISTRATOR;
import static org.sekisho.domain.party.Role.SECURITY_REVIEWER;
import static org.sekisho.domain.party.Role.SIGNATORY;
import static org.sekisho.domain.party.Role.VENDOR_ENGINEER;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Refusal;

/**
 * The one table of roles that one person can't hold together, whichever the organisations, and of organisations that keep a person
 * out of a role. Each row has its reason. Conflicts about a single report, grant or engagement (its author, its members, the
 * audited organisation) are decided there, with the same affiliations.
 */
public final class RoleConflicts {

    /** Where two roles have to be held to exclude each other. */
    public enum Scope {
        /** At one organisation or at two; roles count for two more years after their organisation was left. */
        ANYWHERE,
        /** Only at two organisations, and only while both last: whoever changes employer may do the same work there. */
        AT_TWO_ORGANISATIONS
    }

    /** Why two roles exclude each other. */
    public enum Reason {
        /** A high-risk finding needs the institution and the authority; one person isn't both sides. */
        BOTH_SIDES_OF_A_REVIEW,
        /** Everything the working group does may be audited; nobody audits what they did. */
        AUDITS_ITSELF,
        /** Whoever runs the installation sees no content, and so doesn't hold a role that does. */
        ADMINISTERS_CONTENT,
        /** Whoever creates accounts and sees their links could stand behind a second account that decides with the first. */
        PROVISIONS_WHO_DECIDES,
        /** The coordinator checks what the parties ask for, opens signing and confirms signatures, and so is none of them. */
        NEUTRAL_SECRETARIAT,
        /** Whoever writes the fix, or sees only what was released to a vendor, isn't the institution that accepts or releases it. */
        VENDOR_AND_INSTITUTION,
        /** One person stands for one party. */
        TWO_PARTIES
    }

    /** Two roles that exclude each other; a role may exclude itself at another organisation. */
    public record Pair(Role one, Role other, Scope scope, Reason reason) {

        boolean isOf(Role first, Role second) {
            return (one == first && other == second) || (one == second && other == first);
        }
    }

    /** A role, and the kinds of organisation whose people, of the last two years too, don't get it. */
    public record Barrier(Role role, Set<OrganisationKind> kinds, Reason reason) {}

    /** What an institution's people do. */
    private static final Set<Role> INSTITUTION_SIDE = EnumSet.of(ANALYST, SECURITY_REVIEWER, CISO);

    private static final List<Pair> PAIRS = pairs();

    /** An institution, or a vendor or provider that depends on one, reviewed by its own people under the authority's name. */
    private static final List<Barrier> BARRIERS = List.of(new Barrier(
            AUTHORITY_REVIEWER,
            Collections.unmodifiableSet(EnumSet.of(
                    OrganisationKind.INSTITUTION, OrganisationKind.IT_VENDOR, OrganisationKind.MODEL_PROVIDER)),
            Reason.BOTH_SIDES_OF_A_REVIEW));

    private RoleConflicts() {}

    private static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (Role role : INSTITUTION_SIDE) {
            anywhere(pairs, role, AUTHORITY_REVIEWER, Reason.BOTH_SIDES_OF_A_REVIEW);
            anywhere(pairs, role, VENDOR_ENGINEER, Reason.VENDOR_AND_INSTITUTION);
        }
        anywhere(pairs, VENDOR_ENGINEER, AUTHORITY_REVIEWER, Reason.BOTH_SIDES_OF_A_REVIEW);

        // An administrator of the audit firm may be one of its auditors; one of an audited organisation may not.
        for (Role role : EnumSet.complementOf(EnumSet.of(AUDITOR, ORGANISATION_ADMINISTRATOR))) {
            anywhere(pairs, AUDITOR, role, Reason.AUDITS_ITSELF);
        }
        pairs.add(new Pair(AUDITOR, ORGANISATION_ADMINISTRATOR, Scope.AT_TWO_ORGANISATIONS, Reason.AUDITS_ITSELF));

        for (Role role :
                EnumSet.of(ANALYST, SECURITY_REVIEWER, CISO, VENDOR_ENGINEER, AUTHORITY_REVIEWER, DUTY_OFFICER)) {
            anywhere(pairs, ADMINISTRATOR, role, Reason.ADMINISTERS_CONTENT);
            anywhere(pairs, COORDINATOR, role, Reason.NEUTRAL_SECRETARIAT);
        }
        anywhere(pairs, COORDINATOR, SIGNATORY, Reason.NEUTRAL_SECRETARIAT);

        anywhere(pairs, ADMINISTRATOR, COORDINATOR, Reason.PROVISIONS_WHO_DECIDES);
        anywhere(pairs, ADMINISTRATOR, SIGNATORY, Reason.PROVISIONS_WHO_DECIDES);
        for (Role role : EnumSet.of(ANALYST, SECURITY_REVIEWER, CISO, AUTHORITY_REVIEWER, SIGNATORY, COORDINATOR)) {
            anywhere(pairs, ORGANISATION_ADMINISTRATOR, role, Reason.PROVISIONS_WHO_DECIDES);
        }
        // The secretariat's administrator looks after its own people too, but not after anybody else's.
        pairs.add(new Pair(
                ADMINISTRATOR, ORGANISATION_ADMINISTRATOR, Scope.AT_TWO_ORGANISATIONS, Reason.PROVISIONS_WHO_DECIDES));

        List<Role> standing = List.of(
                SIGNATORY, ANALYST, SECURITY_REVIEWER, CISO, DUTY_OFFICER, VENDOR_ENGINEER, ORGANISATION_ADMINISTRATOR);
        for (int i = 0; i < standing.size(); i++) {
            for (Role other : standing.subList(i, standing.size())) {
                Role one = standing.get(i);
                if (pairs.stream().noneMatch(pair -> pair.isOf(one, other))) {
                    pairs.add(new Pair(one, other, Scope.AT_TWO_ORGANISATIONS, Reason.TWO_PARTIES));
                }
            }
        }
        for (Role role : List.of(SIGNATORY, DUTY_OFFICER)) {
            pairs.add(new Pair(role, AUTHORITY_REVIEWER, Scope.AT_TWO_ORGANISATIONS, Reason.TWO_PARTIES));
        }
        return List.copyOf(pairs);
    }

    private static void anywhere(List<Pair> pairs, Role one, Role other, Reason reason) {
        pairs.add(new Pair(one, other, Scope.ANYWHERE, reason));
    }

    /** The table. */
    public static List<Pair> table() {
        return PAIRS;
    }

    /** The row that excludes the role at the organisation beside what is held. */
    public static Optional<Pair> between(Role role, UUID organisation, HeldRole held) {
        boolean elsewhere = !held.organisation().equals(organisation);
        return PAIRS.stream()
                .filter(pair -> pair.isOf(role, held.role()))
                .filter(pair -> switch (pair.scope()) {
                    case ANYWHERE -> true;
                    case AT_TWO_ORGANISATIONS -> elsewhere && !held.former();
                })
                .findFirst();
    }

    /**
     * Refuses a role that the person can't hold.
     *
     * @param held every role that counts
     * @param counting the kinds of the organisations that count for the person, the role's own among them
     * @throws Refusal with {@link PartyError#ROLE_CONFLICT} or {@link PartyError#ROLE_AFFILIATION_CONFLICT}
     */
    public static void requireNone(
            Role role, UUID organisation, Collection<HeldRole> held, Set<OrganisationKind> counting) {
        for (HeldRole each : held) {
            between(role, organisation, each).ifPresent(pair -> {
                throw new Refusal(
                        PartyError.ROLE_CONFLICT,
                        Map.of(
                                "role", role.name(),
                                "other", each.role().name(),
                                "reason", pair.reason().name()));
            });
        }
        for (Barrier barrier : BARRIERS) {
            for (OrganisationKind kind : counting) {
                if (barrier.role() == role && barrier.kinds().contains(kind)) {
                    throw new Refusal(
                            PartyError.ROLE_AFFILIATION_CONFLICT,
                            Map.of(
                                    "role", role.name(),
                                    "kind", kind.name(),
                                    "reason", barrier.reason().name()));
                }
            }
        }
    }
}
