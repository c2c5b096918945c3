package org.sekisho.ejb.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.report.review.Choice;
import org.sekisho.domain.report.review.InterimMeasure;
import org.sekisho.ejb.report.CastVote;
import org.sekisho.ejb.report.MeasureService;
import org.sekisho.ejb.report.OrderMeasure;
import org.sekisho.ejb.report.ReportFlowService;
import org.sekisho.ejb.report.ReviewService;
import org.sekisho.ejb.report.ReviewWorkService;
import org.sekisho.ejb.report.TierService;

/** Reviews of both banks: claimed, returned, with the authority, approved, and what followed; a measure that couldn't wait. */
@ApplicationScoped
class DemoReviews {

    private static final String ANALYST = "analyst";
    private static final String FIRST = "security";
    private static final String SECOND = "security2";
    private static final String CISO = "ciso";

    @Inject
    private DemoSessions sessions;

    @Inject
    private DemoReports told;

    @Inject
    private ReviewService reviews;

    @Inject
    private ReviewWorkService work;

    @Inject
    private ReportFlowService flow;

    @Inject
    private TierService tiers;

    @Inject
    private MeasureService measures;

    @Inject
    private Clock clock;

    private final DemoTexts texts = new DemoTexts();

    /** Writes the stories of the reviews into the diary, behind those of the reports. */
    void tell(DemoDiary diary, DemoAgreements.Governing agreements) {
        DemoAgreement aoba = agreements.aoba();
        DemoAgreement hinode = agreements.hinode();
        remedied(diary, aoba);
        approved(diary, aoba);
        returned(diary, aoba);
        diary.on(3, () -> sessions.run(aoba.at(FIRST), () -> work.claim(told.id("replay"))));
        diary.on(0, () -> measured(aoba));
        diary.on(0, () -> told.file(aoba, "cookie2", DemoReports.LOW, "web-frontend"));
        diary.on(0, () -> duplicate(aoba));
        mitigated(diary, hinode);
        withAuthority(diary, hinode);
    }

    /** A medium risk: one stage of the bank, and a remedy that is being made. */
    private void remedied(DemoDiary diary, DemoAgreement bank) {
        diary.on(12, () -> told.submit(bank, "header", DemoReports.MEDIUM, "web-frontend"));
        diary.on(11, () -> agree(bank, FIRST, "header"));
        diary.on(10, () -> sessions.run(bank.at(ANALYST), () -> flow.remediate(told.id("header"))));
    }

    /** A high risk that both sides agreed to. */
    private void approved(DemoDiary diary, DemoAgreement bank) {
        diary.on(7, () -> told.submit(bank, "upload", DemoReports.HIGH, "document-service"));
        diary.on(6, () -> bothSides(bank, "upload"));
    }

    private void returned(DemoDiary diary, DemoAgreement bank) {
        diary.on(4, () -> told.submit(bank, "token", DemoReports.MEDIUM, "token-service"));
        diary.on(3, () -> vote(bank.at(SECOND), "token", Choice.REJECTS, "defect.review-returned"));
    }

    private void measured(DemoAgreement bank) {
        OrderMeasure order = new OrderMeasure(
                told.id("console"),
                InterimMeasure.Kind.ISOLATION,
                clock.instant().plus(Duration.ofDays(3)),
                texts.both("defect.review-measure"));
        sessions.as(bank.at(CISO), () -> measures.order(order));
    }

    private void duplicate(DemoAgreement bank) {
        String reason = texts.both("defect.review-duplicate");
        sessions.run(bank.at(ANALYST), () -> flow.markDuplicate(told.id("cookie2"), told.id("cookie"), reason));
    }

    /** A high risk whose remedy is in place and waits to be verified. */
    private void mitigated(DemoDiary diary, DemoAgreement bank) {
        diary.on(9, () -> told.submit(bank, "batch", DemoReports.HIGH, "batch-service"));
        diary.on(8, () -> bothSides(bank, "batch"));
        diary.on(5, () -> sessions.run(bank.at(ANALYST), () -> flow.remediate(told.id("batch"))));
        diary.on(1, () -> sessions.run(bank.at(ANALYST), () -> flow.mitigate(told.id("batch"))));
    }

    /** A high risk that waits for the authority, and a proposal to lower it. */
    private void withAuthority(DemoDiary diary, DemoAgreement bank) {
        diary.on(1, () -> told.submit(bank, "statement", DemoReports.HIGH, "statement-service"));
        diary.on(0, () -> ofBank(bank, "statement"));
        diary.on(
                0,
                () -> sessions.run(
                        bank.at(FIRST),
                        () -> tiers.proposeLowering(
                                told.id("statement"), RiskTier.MEDIUM, texts.both("defect.review-lowering"))));
    }

    private void bothSides(DemoAgreement bank, String key) {
        ofBank(bank, key);
        vote(DemoRegister.of("reviewer", "cyber"), key, Choice.NO_OBJECTION, "defect.review-no-objection");
    }

    private void ofBank(DemoAgreement bank, String key) {
        agree(bank, FIRST, key);
        agree(bank, SECOND, key);
    }

    private void agree(DemoAgreement bank, String local, String key) {
        vote(bank.at(local), key, Choice.AGREES, "defect.review-agreed");
    }

    private void vote(String email, String key, Choice choice, String reason) {
        sessions.run(
                email,
                () -> reviews.vote(new CastVote(
                        told.id(key), told.hash(key), choice, texts.both(reason), DemoLoader.PASSWORD, "")));
    }
}
