package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.engagement.DeclarationState;
import org.sekisho.domain.assurance.engagement.EngagementView.Declaration;
import org.sekisho.domain.assurance.engagement.EngagementView.Verdict;
import org.sekisho.domain.assurance.engagement.IndependenceVerdict.Side;
import org.sekisho.domain.assurance.engagement.TeamDirectory.DeclarationFilter;
import org.sekisho.domain.assurance.engagement.TeamDirectory.Whose;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.assurance.AuditTeamService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Say;

/** What was declared and decided about independence, and whose move it is. */
@Named
@RequestScoped
public class DeclarationsTab {

    private static final Csv<Declaration> CSV = new Csv<Declaration>()
            .with("whose", each -> each.person().isPresent() ? Whose.AUDITOR : Whose.FIRM)
            .with("auditor", Declaration::name)
            .with("declared_at", Declaration::declaredAt)
            .with("threats", each -> each.threats().stream()
                    .map(threat -> threat.threat().name())
                    .toList())
            .with("state", Declaration::state)
            .with("valid_until", Declaration::validUntil)
            .with("secretariat", each -> verdict(each, Side.SECRETARIAT))
            .with("authority", each -> verdict(each, Side.AUTHORITY));

    @Inject
    private AuditPage page;

    @Inject
    private AuditTeamService teams;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<Declaration> rows;

    public ListState getList() {
        if (list == null) {
            list = ListState.within(
                    request,
                    List.of("id", "tab"),
                    List.of("state", "whose"),
                    List.of("-declared", "whose", "state", "valid"));
        }
        return list;
    }

    /** The declarations, the latest first. */
    public Page<Declaration> getRows() {
        if (rows == null) {
            rows = teams.declarations(page.getId(), filter(), getList().page());
        }
        return rows;
    }

    public List<Choice> getStates() {
        return say.choices("declaration-state", Arrays.stream(DeclarationState.values()));
    }

    public List<Choice> getKinds() {
        return say.choices("declared-whose", Arrays.stream(Whose.values()));
    }

    private DeclarationFilter filter() {
        return new DeclarationFilter(
                getList().choice("state", DeclarationState.class).map(Set::of).orElse(Set.of()),
                getList().choice("whose", Whose.class));
    }

    void download() {
        CSV.send(
                "independence-" + page.getRow().number(),
                after -> teams.declarations(page.getId(), filter(), getList().wholeAfter(after)));
    }

    private static String verdict(Declaration declaration, Side side) {
        return declaration.verdicts().stream()
                .filter(each -> each.side() == side)
                .map(Verdict::accepted)
                .map(accepted -> accepted ? "ACCEPTED" : "REFUSED")
                .findFirst()
                .orElse("");
    }

    /** The sides whose decision is missing. */
    public List<Side> missing(Declaration declaration) {
        return declaration.state() == DeclarationState.DECLARED
                ? Arrays.stream(Side.values())
                        .filter(side -> declaration.verdicts().stream().noneMatch(each -> each.side() == side))
                        .toList()
                : List.of();
    }

    /** The sides for which the person may be offered to decide: either for the owner, the authority's for an authority. */
    public List<Side> decidable(Declaration declaration) {
        if (page.isClosed() || !me.can("audit:decide-independence") || isInvolved(declaration)) {
            return List.of();
        }
        return missing(declaration).stream()
                .filter(side -> page.isOwner() || side == Side.AUTHORITY)
                .toList();
    }

    /** By what name the texts know a side: in an audit of the secretariat both are authorities'. */
    public String nameOf(Side side) {
        if (!page.isOfSecretariat()) {
            return side.name();
        }
        return side == Side.SECRETARIAT ? "COMMISSIONER" : "SECOND";
    }

    public boolean mayDecide(Declaration declaration) {
        return !decidable(declaration).isEmpty();
    }

    /** Whether the person declared, is the one declared, or decided for a side, so that others decide what is missing. */
    public boolean isInvolved(Declaration declaration) {
        return declaration.involves(me.getAccount().person());
    }

    /** Whether the person would decide what is missing, had they not taken part already. */
    public boolean isLeftToOthers(Declaration declaration) {
        return isInvolved(declaration)
                && !page.isClosed()
                && me.can("audit:decide-independence")
                && !missing(declaration).isEmpty();
    }

    /** Whether the person may be offered to declare for the firm: for one of its auditors on the team, or for the owner. */
    public boolean isFirmDeclarationOffered() {
        boolean pending = page.getView().declarations().stream()
                .anyMatch(each -> each.person().isEmpty() && each.state() == DeclarationState.DECLARED);
        return !pending
                && !page.isClosed()
                && page.getRow().firm().isPresent()
                && me.can("audit:declare")
                && (page.isOnTeam() || page.isOwner());
    }
}
