package org.sekisho.domain.agreement;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/** Who may act for which party, and on which side. */
public final class PartyRules {

    /** Who comments, proposes and records approvals for a party. */
    public static final Set<Role> NEGOTIATORS =
            Collections.unmodifiableSet(EnumSet.of(Role.SIGNATORY, Role.CISO, Role.COORDINATOR));

    private PartyRules() {}

    /** The coordinator of the secretariat that is a party. */
    static void requireCoordinator(Agreement agreement, Actor actor) {
        Checks.check(isCoordinator(agreement, actor), AgreementError.COORDINATOR_ONLY);
    }

    static boolean isCoordinator(Agreement agreement, Actor actor) {
        return actor.holds(Role.COORDINATOR)
                && actor.isOf(agreement.parties().in(PartyRole.SECRETARIAT).organisation());
    }

    /** The party to this version for which the actor comments, proposes and records approvals. */
    static AgreementParty requireNegotiator(AgreementVersion version, Actor actor) {
        boolean may = NEGOTIATORS.stream().anyMatch(actor::holds);
        return partyOf(version, actor).filter(party -> may).orElseThrow(() -> new Refusal(AgreementError.PARTY_ONLY));
    }

    /** The party to this version for which the actor may sign. */
    static AgreementParty requireSignatory(AgreementVersion version, Actor actor) {
        return partyOf(version, actor)
                .filter(party -> actor.holds(Role.SIGNATORY))
                .orElseThrow(() -> new Refusal(AgreementError.SIGNATORY_ONLY));
    }

    /** The party for which the actor may suspend. */
    static AgreementParty requireSpeaker(AgreementVersion version, Actor actor) {
        return partyOf(version, actor)
                .filter(party -> speaks(actor))
                .orElseThrow(() -> new Refusal(AgreementError.PARTY_ONLY));
    }

    private static Optional<AgreementParty> partyOf(AgreementVersion version, Actor actor) {
        return version.parties().stream()
                .filter(party -> actor.isOf(party.organisation()))
                .findFirst();
    }

    /**
     * The side for which the actor may agree to resume.
     *
     * @param rivals the institutions that compete with the one concerned: whoever is tied to one of them doesn't resume
     */
    static ResumptionSide requireResumptionSide(Agreement agreement, Actor actor, Set<UUID> rivals) {
        boolean tied = actor.affiliations().stream().anyMatch(rivals::contains)
                || actor.organisation().filter(rivals::contains).isPresent();
        if (tied || !speaks(actor)) {
            throw new Refusal(AgreementError.RESUMPTION_NOT_YOURS);
        }
        if (actor.isOf(agreement.parties().in(PartyRole.INSTITUTION_RECEIVING).organisation())) {
            return ResumptionSide.CONCERNED;
        }
        boolean oversight = isCoordinator(agreement, actor) || actor.isOf(OrganisationKind.AUTHORITY);
        Checks.check(oversight, AgreementError.RESUMPTION_NOT_YOURS);
        return ResumptionSide.OVERSIGHT;
    }

    /** Whether the actor's roles speak for an organisation of the actor's kind. */
    private static boolean speaks(Actor actor) {
        return actor.organisationKind().map(PartyRules::speakers).orElse(Set.of()).stream()
                .anyMatch(actor::holds);
    }

    /** Who speaks for an organisation of this kind: suspends and agrees to resume. */
    public static Set<Role> speakers(OrganisationKind kind) {
        return switch (kind) {
            case INSTITUTION -> EnumSet.of(Role.CISO, Role.SIGNATORY);
            case SECRETARIAT -> EnumSet.of(Role.COORDINATOR);
            case AUTHORITY -> EnumSet.of(Role.AUTHORITY_REVIEWER, Role.SIGNATORY);
            case MODEL_PROVIDER, IT_VENDOR -> EnumSet.of(Role.SIGNATORY);
            case AUDIT_FIRM, MINISTRY -> EnumSet.noneOf(Role.class);
        };
    }
}
