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
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.Purpose;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.access.AccessDecisionService;
import org.sekisho.ejb.access.AskAccess;

/** Whether somebody may do something under an agreement, with every reason. */
@Path("access-decisions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AccessDecisionsResource {

    @Inject
    private AccessDecisionService decisions;

    @Inject
    private AgreementNames agreements;

    @Inject
    private Once once;

    @Context
    private HttpHeaders headers;

    /**
     * {@code {person,agreement,action,environment?,system?,purpose?,resource?}}; 200 with the decision, permit or not. The person is
     * named by id or mail address, the agreement by id or number, the action by its code ({@code model.use}). What the asker may
     * not ask about is 404. Sentences are in the language of {@code Accept-Language}, English or Japanese.
     */
    @POST
    public Response decide(String text) {
        Body body = Body.read(text);
        AskAccess question = new AskAccess(
                body.text("person"),
                agreements.id(body.text("agreement")),
                action(body.text("action")),
                body.optionalText("environment"),
                body.optionalText("system"),
                body.optionalConstant("purpose", Purpose.class),
                body.optionalText("resource"));
        return once.answer(
                () -> decisions.decide(question), decision -> Answer.ok(AccessDecisionAnswer.of(decision, locale())));
    }

    private static Action action(String code) {
        return Action.ofCode(code).orElseThrow(() -> Refusal.of(SharedError.MALFORMED, "field", "action"));
    }

    private Locale locale() {
        return headers.getAcceptableLanguages().stream()
                .filter(language -> "ja".equals(language.getLanguage()) || "en".equals(language.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
