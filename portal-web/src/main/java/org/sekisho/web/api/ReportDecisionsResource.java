package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.review.Choice;
import org.sekisho.domain.report.review.InterimMeasure;
import org.sekisho.ejb.report.CastVote;
import org.sekisho.ejb.report.MeasureService;
import org.sekisho.ejb.report.OrderMeasure;
import org.sekisho.ejb.report.ReportFlowService;
import org.sekisho.ejb.report.ReportService;
import org.sekisho.ejb.report.ReviewService;
import org.sekisho.ejb.report.ReviewWorkService;
import org.sekisho.ejb.report.TierService;

/** What is decided on a report: votes, whose work it is, its way, its risk, and measures that can't wait. */
@Path("reports/{report}/decisions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReportDecisionsResource {

    @Inject
    private ReportService reports;

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
    private Once once;

    /**
     * {@code {decision,revision?,reason?,password?,otp?,person?,holder?,original?,until?,tier?,label?,kind?,measure?}}, of which each
     * decision takes what it needs; answers with the report as it is then. Under an Idempotency-Key the request is known by the rest of its
     * body: no hash of a password is kept.
     */
    @POST
    public Response decide(@PathParam("report") UUID report, String text) {
        Body body = Body.read(text);
        Runnable verb = verb(report, body);
        once.identifyBy(body.without("password", "otp"));
        return once.answer(verb, () -> Answer.ok(ReportAnswer.of(reports.one(report))));
    }

    private Runnable verb(UUID id, Body body) {
        return switch (body.constant("decision", ReportAct.class)) {
            case AGREE -> vote(id, Choice.AGREES, body);
            case NO_OBJECTION -> vote(id, Choice.NO_OBJECTION, body);
            case RETURN -> vote(id, Choice.REJECTS, body);
            case CLAIM -> () -> work.claim(id);
            case RELEASE -> () -> work.release(id);
            case DELEGATE -> with(body.text("person"), person -> work.delegate(id, person));
            case ASSIGN -> with(body.text("person"), person -> work.assign(id, person));
            case HAND_OVER -> {
                String holder = body.text("holder");
                yield with(body.text("person"), person -> work.handOver(id, holder, person));
            }
            case TRIAGE -> () -> flow.triage(id);
            case SUBMIT -> with(body.text("revision"), read -> reviews.submit(id, read));
            case REJECT -> with(body.text("reason"), reason -> flow.reject(id, reason));
            case DEFER -> {
                Instant until = body.instant("until");
                yield with(body.text("reason"), reason -> flow.defer(id, until, reason));
            }
            case MARK_DUPLICATE -> {
                UUID original = body.id("original");
                yield with(body.text("reason"), reason -> flow.markDuplicate(id, original, reason));
            }
            case REOPEN -> with(body.text("reason"), reason -> flow.reopen(id, reason));
            case REMEDIATE -> () -> flow.remediate(id);
            case MITIGATE -> () -> flow.mitigate(id);
            case VERIFY -> () -> flow.verify(id);
            case FAIL_VERIFICATION -> with(body.text("reason"), reason -> flow.failVerification(id, reason));
            case CLOSE -> () -> flow.close(id);
            case LABEL -> with(body.constant("label", Tlp.class), label -> reports.label(id, label));
            case RAISE_TIER -> {
                RiskTier tier = body.constant("tier", RiskTier.class);
                yield with(body.text("reason"), reason -> tiers.raiseTier(id, tier, reason));
            }
            case PROPOSE_LOWERING -> {
                RiskTier tier = body.constant("tier", RiskTier.class);
                yield with(body.text("reason"), reason -> tiers.proposeLowering(id, tier, reason));
            }
            case AGREE_LOWERING -> () -> tiers.agreeLowering(id);
            case DECLINE_LOWERING -> () -> tiers.declineLowering(id);
            case ORDER_MEASURE -> with(
                    new OrderMeasure(
                            id,
                            body.constant("kind", InterimMeasure.Kind.class),
                            body.instant("until"),
                            body.text("reason")),
                    measures::order);
            case LIFT_MEASURE -> with(body.id("measure"), measure -> measures.lift(id, measure));
            case ACKNOWLEDGE_MEASURE -> with(body.id("measure"), measure -> measures.acknowledge(id, measure));
        };
    }

    private Runnable vote(UUID id, Choice choice, Body body) {
        return with(
                new CastVote(
                        id,
                        body.text("revision"),
                        choice,
                        body.optionalText("reason").orElse(""),
                        body.optionalText("password").orElse(""),
                        body.optionalText("otp").orElse("")),
                reviews::vote);
    }

    /** What a body says is read before the act, so that what is missing in it counts as no attempt. */
    private static <T> Runnable with(T value, Consumer<T> act) {
        return () -> act.accept(value);
    }
}
