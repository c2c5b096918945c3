package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.CommentRow;
import org.sekisho.domain.agreement.ProposalRow;
import org.sekisho.domain.agreement.ProposalState;
import org.sekisho.domain.agreement.RemarkFilter;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.agreement.NegotiationService;

/** The clauses of one version: what is written, what is missing, and what was said about each. */
@Named
@RequestScoped
public class ClausesTab {

    private static final PageRequest ALL = PageRequest.most();

    @Inject
    private AgreementPage page;

    @Inject
    private NegotiationService negotiation;

    private @Nullable List<Line> lines;

    /** One clause of the fourteen. */
    public record Line(ClauseKind kind, boolean written, long comments, long proposals, long open) {

        public boolean isOpen() {
            return open > 0;
        }
    }

    public List<Line> getLines() {
        if (lines == null) {
            RemarkFilter onVersion = RemarkFilter.on(page.getNumber());
            List<CommentRow> comments =
                    negotiation.comments(page.getId(), onVersion, ALL).items();
            List<ProposalRow> proposals =
                    negotiation.proposals(page.getId(), onVersion, ALL).items();
            lines = Arrays.stream(ClauseKind.values())
                    .map(kind -> line(kind, comments, proposals))
                    .toList();
        }
        return lines;
    }

    private Line line(ClauseKind kind, List<CommentRow> comments, List<ProposalRow> proposals) {
        List<ProposalRow> own =
                proposals.stream().filter(each -> each.kind() == kind).toList();
        return new Line(
                kind,
                page.getVersion().clauses().stream().anyMatch(clause -> clause.kind() == kind),
                comments.stream()
                        .filter(each -> each.clause().filter(kind::equals).isPresent())
                        .count(),
                own.size(),
                own.stream().filter(each -> each.state() == ProposalState.OPEN).count());
    }

    public long getWritten() {
        return getLines().stream().filter(Line::written).count();
    }
}
