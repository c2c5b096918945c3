package org.sekisho.ejb.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.agreement.AuthorityKind;
import org.sekisho.domain.agreement.LevelDecision;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.agreement.AgreementTerms;
import org.sekisho.ejb.agreement.DraftAgreement;
import org.sekisho.ejb.agreement.DraftingService;
import org.sekisho.ejb.agreement.NegotiationService;
import org.sekisho.ejb.agreement.RecordApproval;
import org.sekisho.ejb.agreement.RecordAuthority;
import org.sekisho.ejb.agreement.SignAgreement;
import org.sekisho.ejb.agreement.SigningAuthorityService;
import org.sekisho.ejb.agreement.SigningService;

/** How agreements of the demo come about: drafted, opened to the parties, approved inside each of them, signed. */
@ApplicationScoped
class DemoSigning {

    private static final String PROVIDER = "provider";
    private static final String SECRETARIAT = "sekisho";
    private static final String SIGNATORY = "signatory";
    private static final String ADMINISTRATOR = "admin";
    private static final int AUTHORITY_YEARS = 2;

    @Inject
    private DemoSessions sessions;

    @Inject
    private DraftingService drafting;

    @Inject
    private NegotiationService negotiation;

    @Inject
    private SigningService signing;

    @Inject
    private SigningAuthorityService authorities;

    @Inject
    private AgreementTerms terms;

    @Inject
    private Clock clock;

    private final DemoTexts texts = new DemoTexts();

    /** Puts on file who signs for whom: the organisation's administrator does, for the secretariat its coordinator. */
    void recordAuthorities(DemoRegister register) {
        for (String organisation : List.of("aoba", "hinode", PROVIDER, SECRETARIAT)) {
            String keeper = organisation.equals(SECRETARIAT)
                    ? DemoRegister.COORDINATOR
                    : DemoRegister.of(ADMINISTRATOR, organisation);
            RecordAuthority command = new RecordAuthority(
                    register.organisation(organisation),
                    Optional.of(register.person(DemoRegister.of(SIGNATORY, organisation))),
                    texts.both("signatory." + organisation),
                    AuthorityKind.POWER_OF_ATTORNEY,
                    texts.both("authority." + organisation),
                    today().plusYears(AUTHORITY_YEARS));
            sessions.run(keeper, () -> authorities.recordAuthority(command));
        }
    }

    void draft(DemoAgreement agreement, DemoRegister register, List<Clause> clauses) {
        DraftAgreement command = new DraftAgreement(
                texts.words("agreement." + agreement.key()),
                register.organisation(agreement.bank()),
                register.organisation(PROVIDER),
                List.of(),
                clauses);
        agreement.drafted(sessions.as(DemoRegister.COORDINATOR, () -> drafting.draft(command)));
    }

    void openRound(DemoAgreement agreement, int days) {
        sessions.run(
                DemoRegister.COORDINATOR,
                () -> negotiation.openRound(agreement.id(), clock.instant().plus(Duration.ofDays(days))));
    }

    void openSigning(DemoAgreement agreement) {
        agreement.fixed(
                sessions.as(DemoRegister.COORDINATOR, () -> signing.openSigning(agreement.id(), Optional.empty())));
    }

    /** The bank's approval, which two levels give, recorded by its CISO. */
    void approveAtBank(DemoAgreement agreement) {
        approve(agreement, agreement.at("ciso"), agreement.bank());
    }

    /** The approvals of provider and secretariat. */
    void approveElsewhere(DemoAgreement agreement) {
        approve(agreement, DemoRegister.of(SIGNATORY, PROVIDER), PROVIDER);
        approve(agreement, DemoRegister.COORDINATOR, SECRETARIAT);
    }

    void signElsewhere(DemoAgreement agreement) {
        sign(agreement, PROVIDER);
        sign(agreement, SECRETARIAT);
    }

    void signAtBank(DemoAgreement agreement) {
        sign(agreement, agreement.bank());
    }

    /** What time does with agreements: a signed version governs from its first day on. */
    void dayBegins() {
        terms.look();
    }

    private void approve(DemoAgreement agreement, String recorder, String organisation) {
        sessions.run(
                recorder,
                () -> signing.planApproval(
                        agreement.id(),
                        agreement.version(),
                        List.of(texts.both("level.legal"), texts.both("level.board"))));
        record(
                agreement,
                recorder,
                new LevelDecision(
                        1, texts.both("approver.legal." + organisation), true, today(), "", Optional.empty()));
        record(
                agreement,
                recorder,
                new LevelDecision(
                        2,
                        texts.both("approver.board." + organisation),
                        true,
                        today(),
                        texts.both("approval-remark"),
                        Optional.of(texts.both("decision-number"))));
    }

    private void record(DemoAgreement agreement, String recorder, LevelDecision decision) {
        sessions.run(
                recorder,
                () -> signing.recordApproval(new RecordApproval(agreement.id(), agreement.version(), decision)));
    }

    private void sign(DemoAgreement agreement, String organisation) {
        sessions.run(
                DemoRegister.of(SIGNATORY, organisation),
                () -> signing.sign(new SignAgreement(
                        agreement.id(),
                        agreement.version(),
                        agreement.hash(),
                        Optional.empty(),
                        DemoLoader.PASSWORD,
                        "")));
    }

    private LocalDate today() {
        return Days.of(clock.instant());
    }
}
