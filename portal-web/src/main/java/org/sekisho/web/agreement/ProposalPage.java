package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.ProposalRow;
import org.sekisho.domain.agreement.ProposalState;
import org.sekisho.domain.agreement.RemarkFilter;
import org.sekisho.domain.agreement.comparison.ArticleDifference;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.agreement.NegotiationService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Notices;

/** One proposal: what would change, and the coordinator's decision, which therefore can't hit another one. */
@Named
@RequestScoped
public class ProposalPage {

    private static final PageRequest ALL = PageRequest.most();

    @Inject
    private AgreementPage page;

    @Inject
    private AgreementWords words;

    @Inject
    private NegotiationService negotiation;

    @Inject
    private Notices notices;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private String reason = "";
    private @Nullable ProposalRow proposal;

    private UUID id() {
        return FormValues.requireId(request, "proposal");
    }

    public ProposalRow getProposal() {
        if (proposal == null) {
            proposal = negotiation.proposals(page.getId(), RemarkFilter.all(), ALL).items().stream()
                    .filter(each -> each.id().equals(id()))
                    .findFirst()
                    .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        }
        return proposal;
    }

    /** The articles that would read otherwise. */
    public List<ArticleDifference> getArticles() {
        return negotiation.compareProposedText(page.getId(), id(), words.getLanguage());
    }

    private boolean isOpen() {
        return getProposal().state() == ProposalState.OPEN
                && getProposal().versionNumber() == page.getRow().latest();
    }

    public boolean isDecidable() {
        return isOpen() && page.isCoordinator();
    }

    /** Whether the person's own party may take it back. */
    public boolean isOurs() {
        return isOpen()
                && me.can("agreement:negotiate")
                && getProposal().organisation().equals(me.getAccount().organisation());
    }

    public void accept() {
        negotiation.acceptProposal(page.getId(), id(), reason);
        done("clause.accepted");
    }

    public void decline() {
        negotiation.declineProposal(page.getId(), id(), reason);
        done("clause.declined");
    }

    public void takeBack() {
        negotiation.takeBack(page.getId(), id());
        done("proposal.taken-back");
    }

    private void done(String key) {
        notices.done(key, Map.of("clause", words.clause(getProposal().kind())));
        notices.leadTo(getBack());
    }

    /** The clause that it is about. */
    public String getBack() {
        return "/clause?agreement=" + page.getId() + "&version=" + getProposal().versionNumber() + "&kind="
                + getProposal().kind();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason == null ? "" : reason;
    }
}
