package org.sekisho.domain.agreement.environment;

import static org.sekisho.domain.shared.Checks.check;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.EnvironmentsClause.ApprovedEnvironment;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;

/** Who may propose, approve and withdraw an attestation, and what the clause asks of it. */
final class AttestationRules {

    private AttestationRules() {}

    /** Whoever is of a party to the agreement proposes, or the coordinator. */
    static void requireProposer(Actor actor, Set<UUID> parties) {
        boolean party = actor.organisation().filter(parties::contains).isPresent();
        check(actor.holds(Role.COORDINATOR) || party, EnvironmentError.NOT_A_PARTY);
    }

    /** Refuses what isn't attested by the right kind of organisation, or for longer than the clause lets it count. */
    static void requireFits(Attestation attestation, ApprovedEnvironment named) {
        check(
                attestation.attestedByKind() == named.attestedBy(),
                EnvironmentError.ATTESTED_BY_OTHER_KIND,
                Map.of("kind", named.attestedBy()));
        check(!attestation.validUntil().isBefore(attestation.firstDay()), EnvironmentError.DAYS_REVERSED);
        check(
                attestation.firstDay().plusDays(named.attestationDays()).isAfter(attestation.validUntil()),
                EnvironmentError.VALID_TOO_LONG,
                Map.of("days", named.attestationDays()));
    }

    /** The coordinator, or an authority's reviewer, decides; nobody does who proposed it or is tied to whoever proposed or attested it. */
    static void requireApprover(Actor actor, EnvironmentAttestation attestation) {
        check(mayApprove(actor), EnvironmentError.NOT_AN_APPROVER);
        boolean involved = actor.requirePerson().equals(attestation.proposedBy())
                || isTied(actor, attestation.proposingOrganisation())
                || isTied(actor, attestation.attestedBy());
        check(!involved, EnvironmentError.OWN_PROPOSAL);
    }

    /** One person is enough to withdraw, because it only takes away. */
    static void requireWithdrawer(Actor actor, EnvironmentAttestation attestation) {
        check(
                mayApprove(actor)
                        || actor.isOf(attestation.proposingOrganisation())
                        || actor.isOf(attestation.attestedBy()),
                EnvironmentError.NOT_AN_APPROVER);
    }

    private static boolean mayApprove(Actor actor) {
        return actor.holds(Role.COORDINATOR)
                || (actor.isOf(OrganisationKind.AUTHORITY) && actor.holds(Role.AUTHORITY_REVIEWER));
    }

    private static boolean isTied(Actor actor, UUID organisation) {
        return actor.isOf(organisation) || actor.affiliations().contains(organisation);
    }
}
