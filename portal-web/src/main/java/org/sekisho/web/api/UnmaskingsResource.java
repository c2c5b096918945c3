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
import java.util.UUID;
import org.sekisho.ejb.report.UnmaskReport;
import org.sekisho.ejb.report.UnmaskService;

/** What stands behind the masks of a report, for one answer. */
@Path("reports/{report}/unmaskings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class UnmaskingsResource {

    @Inject
    private UnmaskService unmasking;

    @Inject
    private Once once;

    /**
     * {@code {revision,reason,password,otp?}}: the masked passages of the revision of that hash. Under an Idempotency-Key what was shown
     * isn't kept: a repetition answers without passages.
     */
    @POST
    public Response unmask(@PathParam("report") UUID report, String text) {
        Body body = Body.read(text);
        UnmaskReport command = new UnmaskReport(
                report,
                body.text("revision"),
                body.text("reason"),
                body.text("password"),
                body.optionalText("otp").orElse(""));
        once.identifyBy(body.without("password", "otp"));
        return once.answer(
                () -> unmasking.unmask(command),
                shown -> Answer.ok(UnmaskingAnswer.of(shown)),
                shown -> Answer.ok(UnmaskingAnswer.withoutPassages(shown)));
    }
}
