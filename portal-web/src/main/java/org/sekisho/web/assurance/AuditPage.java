package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.engagement.EngagementRow;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.assurance.engagement.EngagementView;
import org.sekisho.domain.assurance.engagement.EngagementView.Member;
import org.sekisho.domain.assurance.engagement.Independence;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.ejb.assurance.AuditReportService;
import org.sekisho.ejb.assurance.AuditService;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;

/** One audit, as the address names it: what stands above its tabs, and in which capacity the person looks at it. */
@Named
@RequestScoped
public class AuditPage {

    @Inject
    private AuditService audits;

    @Inject
    private AuditReportService reports;

    @Inject
    private OrganisationService organisations;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable EngagementView view;

    /** The audit that the address names, as {@code id} on its own pages and as {@code audit} on others. */
    public UUID getId() {
        return FormValues.requireId(request, request.getParameter("audit") == null ? "id" : "audit");
    }

    public EngagementView getView() {
        if (view == null) {
            view = audits.one(getId());
        }
        return view;
    }

    public EngagementRow getRow() {
        return getView().row();
    }

    /** The tabs that show this person something. */
    public List<String> getTabs() {
        List<String> tabs = new ArrayList<>();
        if (isEvidenceSeen()) {
            tabs.add("coverage");
            tabs.add("controls");
        }
        tabs.add("requests");
        if (isEvidenceSeen() || me.can("evidence:upload")) {
            tabs.add("evidence");
        }
        if (me.can("finding:read")) {
            tabs.add("findings");
            tabs.add("actions");
        }
        if (isWorking()) {
            tabs.add("samples");
        }
        if (isPacksSeen()) {
            tabs.add("packs");
        }
        tabs.add("team");
        if (isDeclarationsSeen()) {
            tabs.add("declarations");
        }
        if (isLogSeen()) {
            tabs.add("log");
        }
        return tabs;
    }

    /** The tab that the address names, where the person has it; else the first. */
    public String getTab() {
        String given = request.getParameter("tab");
        List<String> tabs = getTabs();
        if (given != null && tabs.contains(given)) {
            return given;
        }
        boolean nothingAsked = !isEvidenceSeen() && getRow().requests() == 0;
        return nothingAsked || isScheduled() && !isAudited() ? "team" : tabs.get(0);
    }

    /** Whether the person acts for the organisation that commissioned it. */
    public boolean isOwner() {
        return me.can("audit:plan") && getView().owner().equals(me.getAccount().organisation());
    }

    /** Whether an authority commissioned it, of the secretariat: two people of authorities decide on independence then. */
    public boolean isOfSecretariat() {
        return organisations.choices().stream()
                .anyMatch(each -> each.id().equals(getView().owner()) && each.kind() == OrganisationKind.AUTHORITY);
    }

    public boolean isAudited() {
        return getRow().auditedId().equals(me.getAccount().organisation());
    }

    public boolean isOnTeam() {
        return getMyself().isPresent();
    }

    /** The person's own place on the team. */
    public Optional<Member> getMyself() {
        return getView().team().stream()
                .filter(member -> member.releasedAt().isEmpty())
                .filter(member -> member.person().equals(me.getAccount().person()))
                .findFirst();
    }

    /** Whether the firm is accepted as independent today. */
    public boolean isFirmIndependent() {
        return getView().firmIndependence().equals(Optional.of(Independence.ACCEPTED));
    }

    /** Whether the person works in it as an auditor now: the engagement is open, and the independence of both accepted. */
    public boolean isWorking() {
        return getRow().state().isOpenToAuditors()
                && isFirmIndependent()
                && getMyself()
                        .filter(member -> member.independence() == Independence.ACCEPTED)
                        .isPresent();
    }

    /** Whether evidence of the audited organisation shows itself to the person: else a coverage would tell gaps that aren't. */
    public boolean isEvidenceSeen() {
        return isOwner() || isAudited() || isWorking();
    }

    /** What impairs independence is for those who decide on it, and for the team. */
    public boolean isDeclarationsSeen() {
        return isOwner() || isOnTeam() || me.can("audit:decide-independence") && !isAudited();
    }

    public boolean isPacksSeen() {
        return isOwner() || isWorking();
    }

    /** Who viewed what is for the owner at once, for the audited organisation after the close. */
    public boolean isLogSeen() {
        return isOwner() || isAudited() && isClosed();
    }

    public boolean isScheduled() {
        return getRow().state() == EngagementState.SCHEDULED;
    }

    /** The SHA-256 of the closing report, once there is one that the person may read. */
    public Optional<String> getReportHash() {
        return isClosed() && me.can("finding:read") ? reports.reportHash(getId()) : Optional.empty();
    }

    public boolean isClosed() {
        return getRow().state() == EngagementState.CLOSED;
    }
}
