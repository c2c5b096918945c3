package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.CommentRow;
import org.sekisho.domain.agreement.RemarkFilter;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseJson;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.agreement.NegotiationService;
import org.sekisho.ejb.agreement.ProposeClause;

/** The rounds of negotiation on an agreement. */
@Path("agreements")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NegotiationResource {

    @Inject
    private NegotiationService negotiation;

    @Inject
    private AgreementNames names;

    /**
     * One step, named by {@code act}: {@code open} (the usual one) and {@code extend} with {@code endsAt}; {@code close};
     * {@code next-round}; {@code comment} with {@code text} and maybe {@code clause}, a kind; {@code propose} with {@code kind},
     * {@code reason} and the {@code clause}, or none to drop it; {@code accept}, {@code decline} and {@code take-back} with
     * {@code proposal} and {@code reason}.
     */
    @POST
    @Path("{agreement}/negotiate")
    public Response negotiate(@PathParam("agreement") String name, String text) {
        Body body = Body.read(text);
        UUID id = names.id(name);
        String reason = body.optionalText("reason").orElse("");
        String step = body.optionalText("act").orElse("open");
        return names.act(id, () -> take(step, id, body, reason));
    }

    private void take(String step, UUID id, Body body, String reason) {
        switch (step) {
            case "open" -> negotiation.openRound(id, body.instant("endsAt"));
            case "extend" -> negotiation.extendRound(id, body.instant("endsAt"));
            case "close" -> negotiation.closeRound(id);
            case "next-round" -> negotiation.nextRound(id);
            case "comment" -> negotiation.comment(
                    id, body.optionalConstant("clause", ClauseKind.class), body.text("text"));
            case "propose" -> negotiation.propose(proposal(id, body, reason));
            case "accept" -> negotiation.acceptProposal(id, body.id("proposal"), reason);
            case "decline" -> negotiation.declineProposal(id, body.id("proposal"), reason);
            case "take-back" -> negotiation.takeBack(id, body.id("proposal"));
            default -> throw Refusal.of(SharedError.MALFORMED, "field", "act");
        }
    }

    /** Comments, the oldest first. */
    @GET
    @Path("{agreement}/comments")
    public Items<CommentRow> comments(@PathParam("agreement") String name, @BeanParam Listing listing) {
        return Items.of(negotiation.comments(names.id(name), RemarkFilter.all(), listing.page()));
    }

    /** Proposals, the oldest first. */
    @GET
    @Path("{agreement}/proposals")
    public Items<ProposalAnswer> proposals(@PathParam("agreement") String name, @BeanParam Listing listing) {
        return Items.of(negotiation
                .proposals(names.id(name), RemarkFilter.all(), listing.page())
                .map(ProposalAnswer::of));
    }

    private static ProposeClause proposal(UUID id, Body body, String reason) {
        Optional<Clause> clause = body.json("clause").map(ClauseJson::fromJson);
        ClauseKind kind = clause.map(Clause::kind)
                .or(() -> body.optionalConstant("kind", ClauseKind.class))
                .orElseThrow(() -> Refusal.of(SharedError.REQUIRED, "field", "kind"));
        return new ProposeClause(id, kind, clause, reason);
    }
}
