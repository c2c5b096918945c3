package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.CommentRow;
import org.sekisho.domain.agreement.ProposalRow;
import org.sekisho.domain.agreement.ProposalState;
import org.sekisho.domain.agreement.RemarkFilter;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.agreement.NegotiationService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** Everything that was said while an agreement was negotiated: its proposals, or its comments. */
@Named
@RequestScoped
public class RemarksPage {

    private static final String COMMENTS = "comments";

    @Inject
    private AgreementPage page;

    @Inject
    private NegotiationService negotiation;

    @Inject
    private AgreementWords words;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<CommentRow> comments;
    private @Nullable Page<ProposalRow> proposals;

    /** Whether the address asks for comments; else for proposals. */
    public boolean isOfComments() {
        return COMMENTS.equals(request.getParameter("of"));
    }

    public ListState getList() {
        if (list == null) {
            List<String> about = List.of("agreement", "of");
            list = isOfComments()
                    ? ListState.within(
                            request,
                            about,
                            List.of("version", "clause", "party"),
                            List.of("-time", "version", "clause", "organisation"))
                    : ListState.within(
                            request,
                            about,
                            List.of("version", "clause", "party", "state"),
                            List.of("-time", "version", "clause", "organisation", "state"));
        }
        return list;
    }

    public Page<CommentRow> getComments() {
        if (comments == null) {
            comments = negotiation.comments(page.getId(), filter(), getList().page());
        }
        return comments;
    }

    public Page<ProposalRow> getProposals() {
        if (proposals == null) {
            proposals = negotiation.proposals(page.getId(), filter(), getList().page());
        }
        return proposals;
    }

    public List<Choice> getVersions() {
        return page.getView().versions().stream()
                .map(each -> String.valueOf(each.number()))
                .map(number -> new Choice(number, say.text("agreement.version", Map.of("number", number))))
                .toList();
    }

    public List<Choice> getClauses() {
        return Arrays.stream(ClauseKind.values())
                .map(kind -> new Choice(kind.name(), words.clause(kind)))
                .toList();
    }

    public List<Choice> getParties() {
        return page.getRow().parties().stream()
                .map(party -> new Choice(party.organisation().toString(), words.in(party.name())))
                .distinct()
                .toList();
    }

    public List<Choice> getStates() {
        return say.choices("proposal-state", Arrays.stream(ProposalState.values()));
    }

    /** Answers with the proposals or the comments as CSV. */
    public void download() {
        String number = page.getRow().number();
        if (isOfComments()) {
            new Csv<CommentRow>()
                    .with("version", CommentRow::versionNumber)
                    .with("clause", CommentRow::clause)
                    .with("organisation", row -> party(row.organisation()))
                    .with("person", row -> row.personName().map(say::name))
                    .with("comment", CommentRow::text)
                    .with("made_at", CommentRow::madeAt)
                    .send(
                            "comments-" + number,
                            after -> negotiation.comments(
                                    page.getId(), filter(), getList().wholeAfter(after)));
        } else {
            new Csv<ProposalRow>()
                    .with("version", ProposalRow::versionNumber)
                    .with("clause", ProposalRow::kind)
                    .with("organisation", row -> party(row.organisation()))
                    .with("person", row -> row.personName().map(say::name))
                    .with("reason", ProposalRow::reason)
                    .with("made_at", ProposalRow::madeAt)
                    .with("state", ProposalRow::state)
                    .with("decided_at", ProposalRow::decidedAt)
                    .with("decision_reason", ProposalRow::decisionReason)
                    .send(
                            "proposals-" + number,
                            after -> negotiation.proposals(
                                    page.getId(), filter(), getList().wholeAfter(after)));
        }
    }

    private String party(UUID organisation) {
        return words.party(page.getRow().parties(), organisation);
    }

    private RemarkFilter filter() {
        Optional<Integer> version = getList()
                .value("version")
                .filter(given -> given.matches("\\d{1,6}"))
                .map(Integer::valueOf);
        return new RemarkFilter(
                version,
                getList().choice("clause", ClauseKind.class),
                getList().id("party"),
                getList().choice("state", ProposalState.class).map(Set::of).orElse(Set.of()),
                getList().words());
    }
}
