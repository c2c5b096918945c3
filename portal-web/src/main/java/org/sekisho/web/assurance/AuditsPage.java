package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.engagement.EngagementFilter;
import org.sekisho.domain.assurance.engagement.EngagementRow;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.assurance.AuditService;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** The list of audits. */
@Named
@RequestScoped
public class AuditsPage {

    private static final Csv<EngagementRow> CSV = new Csv<EngagementRow>()
            .with("number", EngagementRow::number)
            .with("organisation", EngagementRow::audited)
            .with("agreement", EngagementRow::agreementNumber)
            .with("firm", EngagementRow::firm)
            .with("standard", EngagementRow::standard)
            .with("level", EngagementRow::level)
            .with("state", EngagementRow::state)
            .with("period_first", row -> row.period().first())
            .with("period_last", row -> row.period().last())
            .with("report_due", EngagementRow::reportDue)
            .with("conclusion", EngagementRow::conclusion)
            .with("requests", EngagementRow::requests)
            .with("requests_settled", EngagementRow::requestsSettled);

    @Inject
    private AuditService audits;

    @Inject
    private OrganisationService organisations;

    @Inject
    private AgreementChoices agreements;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<EngagementRow> page;

    /** Answers with the whole list as CSV. */
    public void download() {
        CSV.send("audits", after -> audits.list(filter(), getList().wholeAfter(after)));
    }

    public ListState getList() {
        if (list == null) {
            list = ListState.of(
                    request,
                    List.of("state", "agreement", "audited", "firm"),
                    List.of("due", "number", "audited", "firm", "period", "state"));
        }
        return list;
    }

    public Page<EngagementRow> getPage() {
        if (page == null) {
            page = audits.list(filter(), getList().page());
        }
        return page;
    }

    public List<Choice> getStates() {
        return say.choices("engagement-state", Arrays.stream(EngagementState.values()));
    }

    public List<Choice> getAgreements() {
        return agreements.all();
    }

    public List<Choice> getAudited() {
        return organisations(each -> each.kind() != OrganisationKind.AUDIT_FIRM);
    }

    public List<Choice> getFirms() {
        return organisations(each -> each.kind() == OrganisationKind.AUDIT_FIRM);
    }

    private List<Choice> organisations(Predicate<OrganisationRow> which) {
        return organisations.choices().stream()
                .filter(which)
                .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                .toList();
    }

    private EngagementFilter filter() {
        ListState given = getList();
        return new EngagementFilter(
                given.choice("state", EngagementState.class).map(Set::of).orElse(Set.of()),
                given.id("agreement"),
                given.id("audited"),
                given.id("firm"),
                Optional.empty(),
                given.words());
    }
}
