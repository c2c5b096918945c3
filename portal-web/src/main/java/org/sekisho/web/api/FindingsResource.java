package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.finding.FindingSeverity;
import org.sekisho.domain.assurance.finding.FindingWords;
import org.sekisho.domain.assurance.finding.FindingWords.Part;
import org.sekisho.ejb.assurance.FindingService;
import org.sekisho.ejb.assurance.RaiseFinding;

/** Findings of audits: one for whoever may see it; written down and revised by the audit's team. */
@Path("findings")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FindingsResource {

    @Inject
    private FindingService findings;

    @Inject
    private Once once;

    /** One finding, with what it says, what was said about it, and its corrective actions. */
    @GET
    @Path("{id}")
    public FindingAnswer one(@PathParam("id") UUID id) {
        return FindingAnswer.of(findings.one(id));
    }

    /**
     * {@code {audit,section,severity,controls?,title,condition,criterion,cause?,consequence?,recommendation}}; 201 with the finding's id.
     * A draft for the team. Controls are ids of the catalogue that the audit goes by.
     */
    @POST
    public Response raise(String text) {
        Body body = Body.read(text);
        RaiseFinding command = new RaiseFinding(
                body.id("audit"),
                body.constant("section", EvidenceSection.class),
                body.constant("severity", FindingSeverity.class),
                controls(body),
                words(body));
        return once.answer(
                () -> findings.raise(command),
                finding -> Answer.created(URI.create("findings/" + finding), new Made(finding)));
    }

    /**
     * {@code {severity,controls?,title,condition,criterion,cause?,consequence?,recommendation}}: says it otherwise, before it is shown or
     * once it is contested. What is left out is gone: the controls are all that it concerns from now on.
     */
    @POST
    @Path("{id}/revisions")
    public Response revise(@PathParam("id") UUID id, String text) {
        Body body = Body.read(text);
        FindingSeverity severity = body.constant("severity", FindingSeverity.class);
        return once.answer(() -> findings.revise(id, severity, controls(body), words(body)), () -> Answer.ok(one(id)));
    }

    private static Set<String> controls(Body body) {
        return Set.copyOf(body.texts("controls"));
    }

    private static FindingWords words(Body body) {
        return new FindingWords(Map.of(
                Part.TITLE, body.text("title"),
                Part.CONDITION, body.text("condition"),
                Part.CRITERION, body.text("criterion"),
                Part.CAUSE, body.optionalText("cause").orElse(""),
                Part.CONSEQUENCE, body.optionalText("consequence").orElse(""),
                Part.RECOMMENDATION, body.text("recommendation")));
    }
}
