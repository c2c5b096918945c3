package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Consumer;
import org.sekisho.ejb.report.ReportFlowService;
import org.sekisho.ejb.report.ReviewWorkService;
import org.sekisho.web.report.EachReport;

/** What can safely be decided on several reports in one request: whose work they are, and that they are duplicates. Never a vote. */
@Path("reports/decisions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReportsDecisionsResource {

    @Inject
    private ReviewWorkService work;

    @Inject
    private ReportFlowService flow;

    @Inject
    private Once once;

    @Context
    private HttpHeaders headers;

    /** What several reports may be decided on together. */
    enum Together {
        CLAIM,
        ASSIGN,
        MARK_DUPLICATE
    }

    /**
     * {@code {decision,reports,person?,original?,reason?}}: each report, {@value EachReport#MOST} at most, is decided by itself, and the
     * answer says how it went with each; 200 even where all of them were refused. Under an Idempotency-Key each report is decided on once; 422 when
     * the key was used with another body.
     */
    @POST
    public ReportsDecisionsAnswer decide(String text) {
        Body body = Body.read(text);
        Consumer<UUID> act = act(body);
        return ReportsDecisionsAnswer.of(
                EachReport.of(body.ids("reports"), report -> once.each(report, () -> act.accept(report))),
                Problems.locale(headers));
    }

    private Consumer<UUID> act(Body body) {
        return switch (body.constant("decision", Together.class)) {
            case CLAIM -> work::claim;
            case ASSIGN -> {
                String person = body.text("person");
                yield report -> work.assign(report, person);
            }
            case MARK_DUPLICATE -> {
                UUID original = body.id("original");
                String reason = body.text("reason");
                yield report -> flow.markDuplicate(report, original, reason);
            }
        };
    }
}
