package org.sekisho.domain.agreement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.Reauthentication.Factor;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.agreement.clause.SampleClauses;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Ids;

/** One agreement of a bank, with the people of its parties, and the way through its life. */
final class AgreementFixture {

    static final Instant DRAFTED = Days.startOf(LocalDate.of(2026, 5, 14));
    static final Instant ROUND_ENDS = DRAFTED.plus(Duration.ofDays(7));
    static final Instant SIGNING = ROUND_ENDS.plus(Duration.ofDays(1));
    static final Instant GOVERNS = Days.startOf(SampleClauses.FIRST_DAY);
    static final Instant LATER = GOVERNS.plus(Duration.ofDays(30));
    static final Instant OVER = Days.endOf(SampleClauses.LAST_DAY);
    static final String FILE = "ab".repeat(32);

    final UUID secretariat = Ids.next();
    final UUID bank = Ids.next();
    final UUID provider = Ids.next();
    final UUID rival = Ids.next();
    final UUID unit = Ids.next();

    final Actor coordinator = person(secretariat, OrganisationKind.SECRETARIAT, Role.COORDINATOR);
    final Actor secretariatSignatory = person(secretariat, OrganisationKind.SECRETARIAT, Role.SIGNATORY);
    final Actor bankSignatory = person(bank, OrganisationKind.INSTITUTION, Role.SIGNATORY);
    final Actor bankCiso = person(bank, OrganisationKind.INSTITUTION, Role.CISO);
    final Actor bankAnalyst = person(bank, OrganisationKind.INSTITUTION, Role.ANALYST);
    final Actor providerSignatory = person(provider, OrganisationKind.MODEL_PROVIDER, Role.SIGNATORY);
    final Actor rivalSignatory = person(rival, OrganisationKind.INSTITUTION, Role.SIGNATORY);
    final Actor authorityReviewer = person(unit, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER);
    final Actor job = Actor.system("agreement-term");

    final Agreement agreement =
            new Agreement(coordinator, "AGR-2026-0004", new Words("Controlled trial", "管理された試行"), parties(), DRAFTED);

    List<NewParty> parties() {
        return List.of(
                new NewParty(
                        bank,
                        OrganisationKind.INSTITUTION,
                        PartyRole.INSTITUTION_RECEIVING,
                        new Words("Aoba Bank, Ltd.", "株式会社青葉銀行")),
                new NewParty(
                        provider,
                        OrganisationKind.MODEL_PROVIDER,
                        PartyRole.PROVIDER,
                        new Words("Model Provider KK", "モデル提供株式会社")),
                new NewParty(
                        secretariat,
                        OrganisationKind.SECRETARIAT,
                        PartyRole.SECRETARIAT,
                        new Words("Secretariat", "事務局")));
    }

    static Actor person(UUID organisation, OrganisationKind kind, Role... roles) {
        return Actor.person(Ids.next(), organisation, kind, Set.of(organisation), EnumSet.copyOf(List.of(roles)));
    }

    /** The same person with other affiliations. */
    static Actor tied(Actor actor, UUID... affiliations) {
        return Actor.person(
                actor.requirePerson(),
                actor.organisation().orElseThrow(),
                actor.organisationKind().orElseThrow(),
                Set.of(affiliations),
                actor.roles());
    }

    AgreementVersion version() {
        return agreement.latest();
    }

    AgreementFixture drafted() {
        for (Clause clause : SampleClauses.all()) {
            version().putClause(coordinator, clause, SampleClauses.TABLES);
        }
        return this;
    }

    AgreementFixture negotiating() {
        drafted();
        openRound();
        return this;
    }

    void openRound() {
        version().negotiation().open(coordinator, ROUND_ENDS, DRAFTED);
    }

    AgreementFixture signing() {
        negotiating();
        openSigning();
        return this;
    }

    void openSigning() {
        version().signing().open(coordinator, Optional.empty(), SampleClauses.TABLES, SIGNING);
    }

    AgreementFixture signed() {
        signing();
        signAll(SIGNING);
        return this;
    }

    void signAll(Instant now) {
        for (Actor signatory : List.of(bankSignatory, providerSignatory, secretariatSignatory)) {
            approve(signatory, now);
            sign(signatory, now);
        }
    }

    AgreementFixture governing() {
        signed();
        version().startTerm(GOVERNS);
        return this;
    }

    AgreementFixture suspended() {
        governing();
        agreement.standing().suspend(coordinator, "Attestation in doubt", LATER);
        return this;
    }

    AgreementFixture withdrawn() {
        signing();
        version().withdraw(coordinator, "The provider asks for another model", SIGNING);
        return this;
    }

    void approve(Actor actor, Instant now) {
        version().signing().planApproval(actor, List.of("Section head", "Director"), now);
        version().signing().recordApproval(actor, decision(1, true, now), now);
        version().signing().recordApproval(actor, decision(2, true, now), now);
    }

    static LevelDecision decision(int level, boolean approved, Instant now) {
        return new LevelDecision(
                level, "Sato Keiko", approved, Days.of(now), approved ? "" : "Unclear", Optional.of("R-118"));
    }

    void sign(Actor signatory, Instant now) {
        version().signing().sign(signatory, authority(signatory), hash(), credentials(signatory, now), now);
    }

    String hash() {
        return version().contentHash().orElseThrow();
    }

    SigningAuthority authority(Actor signatory) {
        return authority(signatory, SampleClauses.LAST_DAY);
    }

    SigningAuthority authority(Actor signatory, LocalDate until) {
        return new SigningAuthority(
                coordinator,
                signatory.organisation().orElseThrow(),
                signatory.person(),
                "Suzuki Ichiro",
                AuthorityKind.POWER_OF_ATTORNEY,
                "POA-7",
                until,
                DRAFTED);
    }

    static Reauthentication credentials(Actor signatory, Instant now) {
        return new Reauthentication(
                signatory.requirePerson(), now, Set.of(Factor.PASSWORD, Factor.ONE_TIME_CODE), false);
    }

    OutsideSignature outside() {
        return new OutsideSignature(SignatureMethod.OUTSIDE_PAPER, hash(), FILE, "signed.pdf", Days.of(SIGNING));
    }

    /** An amendment that every party has signed, to govern from the given day. */
    void signedAmendment(LocalDate from, Instant now, Clause... changes) {
        agreement.amend(coordinator, agreement.latest().number(), now);
        for (Clause clause : changes) {
            version().putClause(coordinator, clause, SampleClauses.TABLES);
        }
        version().negotiation().open(coordinator, now.plus(Duration.ofDays(3)), now);
        version().signing().open(coordinator, Optional.of(from), SampleClauses.TABLES, now);
        signAll(now);
    }
}
