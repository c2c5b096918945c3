package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.engagement.AccessLog;
import org.sekisho.domain.assurance.engagement.AccessLogRow;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.assurance.AuditService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** Who of the team viewed what. */
@Named
@RequestScoped
public class LogTab {

    private static final Csv<AccessLogRow> CSV = new Csv<AccessLogRow>()
            .with("time", AccessLogRow::at)
            .with("person", row -> row.name().orElse(row.person().toString()))
            .with("act", AccessLogRow::act)
            .with("subject", AccessLogRow::subject)
            .with("refused", AccessLogRow::refused);

    @Inject
    private AuditPage page;

    @Inject
    private AuditService audits;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<AccessLogRow> rows;

    public ListState getList() {
        if (list == null) {
            list = ListState.within(
                    request,
                    List.of("id", "tab"),
                    List.of("person", "since", "until"),
                    List.of("-time", "person", "act", "outcome"));
        }
        return list;
    }

    /** The views, the latest first. */
    public Page<AccessLogRow> getRows() {
        if (rows == null) {
            rows = audits.accessLog(page.getId(), filter(), getList().page());
        }
        return rows;
    }

    /** Everybody who is or was on the team. */
    public List<Choice> getPeople() {
        Map<String, String> names = new LinkedHashMap<>();
        page.getView()
                .team()
                .forEach(member -> names.put(
                        member.person().toString(), member.name().orElseGet(() -> say.text("audit.erased", Map.of()))));
        return names.entrySet().stream()
                .map(each -> new Choice(each.getKey(), each.getValue()))
                .toList();
    }

    void download() {
        CSV.send(
                "access-log-" + page.getRow().number(),
                after -> audits.accessLog(page.getId(), filter(), getList().wholeAfter(after)));
    }

    private AccessLog.Filter filter() {
        return new AccessLog.Filter(
                page.getId(),
                getList().id("person"),
                getList().day("since").map(Days::startOf),
                getList().day("until").map(Days::endOf));
    }
}
