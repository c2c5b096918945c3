package org.sekisho.domain.agreement;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;

/**
 * The parties to an agreement. One receives access, one provides it and one coordinates, from the first version to the last; others
 * accede with a version, and are bound when they have signed it.
 */
public final class Parties {

    /** The most parties. */
    public static final int LIMIT = 50;

    private static final Set<PartyRole> NEEDED_ONCE =
            Set.of(PartyRole.INSTITUTION_RECEIVING, PartyRole.PROVIDER, PartyRole.SECRETARIAT);

    private final Agreement agreement;
    private final List<AgreementParty> parties;

    Parties(Agreement agreement, List<AgreementParty> parties) {
        this.agreement = agreement;
        this.parties = parties;
    }

    /** Takes in those of the first version, in the document's order. */
    void begin(List<NewParty> first) {
        for (PartyRole role : NEEDED_ONCE) {
            long count = first.stream().filter(party -> party.role() == role).count();
            Checks.check(count == 1, AgreementError.PARTY_ROLE_NEEDED_ONCE, Map.of("role", role.name()));
        }
        first.forEach(party -> join(party, 1));
    }

    /** Takes in one that accedes, with the version being drafted. */
    public DomainEvent accede(Actor actor, NewParty party) {
        AgreementVersion draft = requireDraft(actor);
        Checks.check(
                party.role() == PartyRole.ACCEDING,
                AgreementError.PARTY_ROLE_NEEDED_ONCE,
                Map.of("role", party.role().name()));
        join(party, draft.number());
        return draft.event("agreement.party-joined")
                .with("party", party.organisation())
                .build();
    }

    /** Takes one that would have acceded out of the version being drafted. One that is bound leaves only by ending the agreement. */
    public DomainEvent leaveOut(Actor actor, UUID organisation) {
        AgreementVersion draft = requireDraft(actor);
        AgreementParty party = draft.requireParty(organisation);
        boolean bound = agreement.state().hasGoverningVersion() && party.sinceVersion() < draft.number();
        Checks.check(party.role() == PartyRole.ACCEDING && !bound, AgreementError.PARTY_STAYS);
        party.leaveWith(draft.number());
        return draft.event("agreement.party-left-out")
                .with("party", organisation)
                .build();
    }

    private AgreementVersion requireDraft(Actor actor) {
        PartyRules.requireCoordinator(agreement, actor);
        AgreementVersion draft = agreement.latest();
        draft.requireState(VersionState.DRAFT);
        return draft;
    }

    private void join(NewParty party, int sinceVersion) {
        Checks.check(
                party.fits(),
                AgreementError.PARTY_ROLE_UNFIT,
                Map.of("role", party.role().name(), "kind", party.kind().name()));
        List<AgreementParty> present = to(sinceVersion);
        Checks.check(
                present.stream().noneMatch(other -> other.organisation().equals(party.organisation())),
                AgreementError.PARTY_TWICE);
        Checks.check(present.size() < LIMIT, AgreementError.TOO_MANY_PARTIES, Map.of("limit", LIMIT));
        parties.add(new AgreementParty(agreement, party, parties.size() + 1, sinceVersion));
    }

    /** The parties to the version with this number, in the order of the document. */
    List<AgreementParty> to(int versionNumber) {
        return parties.stream()
                .filter(party -> party.isPartyTo(versionNumber))
                .sorted(Comparator.comparingInt(AgreementParty::position))
                .toList();
    }

    /** The one party in this role; not for acceding ones, of which there may be several. */
    public AgreementParty in(PartyRole role) {
        return parties.stream()
                .filter(party -> party.role() == role)
                .findFirst()
                .orElseThrow(() -> new Refusal(AgreementError.PARTY_ROLE_NEEDED_ONCE, Map.of("role", role.name())));
    }
}
