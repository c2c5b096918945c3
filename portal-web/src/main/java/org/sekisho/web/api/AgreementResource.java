package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.AgreementFilter;
import org.sekisho.domain.agreement.AgreementRow;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.agreement.AgreementView;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseJson;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.ejb.agreement.DraftAgreement;
import org.sekisho.ejb.agreement.DraftingService;
import org.sekisho.ejb.agreement.EditDraft;
import org.sekisho.ejb.agreement.StandingService;
import org.sekisho.ejb.party.OrganisationService;

/** Agreements: list, one, draft, standing. An agreement is named by id or number, an organisation by id or short name. */
@Path("agreements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AgreementResource {

    @Inject
    private AgreementService agreements;

    @Inject
    private DraftingService drafting;

    @Inject
    private StandingService standing;

    @Inject
    private OrganisationService organisations;

    @Inject
    private AgreementNames names;

    @Inject
    private Once once;

    /**
     * Agreements the caller may see, the newest first.
     *
     * @param states any of these, the parameter repeated
     * @param party one of the parties
     * @param words a part of number, title or a party's name
     */
    @GET
    public Items<AgreementRow> list(
            @QueryParam("state") List<String> states,
            @QueryParam("party") @Nullable String party,
            @QueryParam("q") @Nullable String words,
            @BeanParam Listing listing) {
        Optional<UUID> organisation =
                Listing.given(party).map(name -> organisations.find(name).id());
        AgreementFilter filter =
                new AgreementFilter(states(states), organisation, Listing.given(words), Optional.empty());
        return Items.of(agreements.list(filter, listing.page()));
    }

    /** {@code {title:{en,ja},institution,provider,acceding?,clauses?}}; 201 with the agreement. */
    @POST
    public Response draft(String text) {
        Body body = Body.read(text);
        DraftAgreement command = new DraftAgreement(
                title(body).orElseThrow(() -> Refusal.of(SharedError.REQUIRED, "field", "title")),
                organisations.find(body.text("institution")).id(),
                organisations.find(body.text("provider")).id(),
                ids(body.texts("acceding")),
                clauses(body));
        return once.answer(
                () -> drafting.draft(command),
                id -> Answer.created(place(id), names.answer(id)),
                id -> Answer.created(place(id), new Made(id)));
    }

    /** One agreement with its newest version. */
    @GET
    @Path("{agreement}")
    public AgreementAnswer one(@PathParam("agreement") String name) {
        return names.answer(names.id(name));
    }

    /** {@code {title?,clauses?,drop?,accede?,leaveOut?,version?}}: changes the draft; what isn't named stays. */
    @PATCH
    @Path("{agreement}")
    public AgreementAnswer edit(@PathParam("agreement") String name, String text) {
        Body body = Body.read(text);
        UUID id = names.id(name);
        drafting.edit(new EditDraft(
                id,
                title(body),
                clauses(body),
                new HashSet<>(body.constants("drop", ClauseKind.class)),
                ids(body.texts("accede")),
                ids(body.texts("leaveOut")),
                body.optionalNumber("version")));
        return names.answer(id);
    }

    /** {@code {reason}}. */
    @POST
    @Path("{agreement}/suspend")
    public Response suspend(@PathParam("agreement") String name, String text) {
        UUID id = names.id(name);
        String reason = Body.read(text).text("reason");
        return names.act(id, () -> standing.suspend(id, reason));
    }

    /** The first of two calls, by two people of two sides, answers with the agreement still suspended. */
    @POST
    @Path("{agreement}/resume")
    public Response resume(@PathParam("agreement") String name) {
        UUID id = names.id(name);
        return names.act(id, () -> standing.resume(id));
    }

    /** {@code {reason}}. */
    @POST
    @Path("{agreement}/terminate")
    public Response terminate(@PathParam("agreement") String name, String text) {
        UUID id = names.id(name);
        String reason = Body.read(text).text("reason");
        return names.act(id, () -> standing.terminate(id, reason));
    }

    /** {@code {basedOn?}}: a new version beside the one that governs; without {@code basedOn} it begins with that one's clauses. */
    @POST
    @Path("{agreement}/amend")
    public Response amend(@PathParam("agreement") String name, String text) {
        UUID id = names.id(name);
        AgreementView view = agreements.one(id);
        int governing = view.row().governing().orElse(view.row().latest());
        int basedOn = Body.read(text).optionalNumber("basedOn").orElse(governing);
        return names.act(id, () -> drafting.amend(id, basedOn));
    }

    private static URI place(UUID id) {
        return URI.create("/api/v1/agreements/" + id);
    }

    private static Optional<Words> title(Body body) {
        return body.optionalObject("title").map(title -> new Words(title.text("en"), title.text("ja")));
    }

    private List<UUID> ids(List<String> names) {
        return names.stream().map(name -> organisations.find(name).id()).toList();
    }

    private static List<Clause> clauses(Body body) {
        return body.objects("clauses").stream().map(ClauseJson::fromJson).toList();
    }

    private static Set<AgreementState> states(List<String> names) {
        Set<AgreementState> states = EnumSet.noneOf(AgreementState.class);
        for (String name : names) {
            try {
                states.add(AgreementState.valueOf(name));
            } catch (IllegalArgumentException other) {
                throw new Refusal(SharedError.MALFORMED, Map.of("field", "state"));
            }
        }
        return states;
    }
}
