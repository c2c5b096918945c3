package org.sekisho.web.report.escalation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.escalation.EscalationFilter;
import org.sekisho.domain.report.escalation.EscalationRow;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.report.escalation.EscalationService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;

/** The escalations of the report that a page shows. */
@Named
@RequestScoped
public class ReportEscalations {

    @Inject
    private EscalationService escalations;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<EscalationRow> rows;

    /** Whether the person may see escalations at all. */
    public boolean isShown() {
        return me.can("escalation:read");
    }

    public List<EscalationRow> getRows() {
        if (rows == null) {
            EscalationFilter filter = EscalationFilter.of(FormValues.requireId(request, "id"));
            rows = isShown() ? escalations.list(filter, PageRequest.first()).items() : List.of();
        }
        return rows;
    }
}
