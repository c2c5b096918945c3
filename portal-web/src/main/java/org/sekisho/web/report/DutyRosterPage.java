package org.sekisho.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.review.DutyRoster.ShiftRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.report.DutyService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Notices;

/** The duty roster of one's organisation. */
@Named
@RequestScoped
public class DutyRosterPage {

    private static final Csv<ShiftRow> CSV = new Csv<ShiftRow>()
            .with("person", ShiftRow::name)
            .with("starts_at", ShiftRow::startsAt)
            .with("ends_at", ShiftRow::endsAt)
            .with("on_duty", ShiftRow::current);

    @Inject
    private DutyService duty;

    @Inject
    private Notices notices;

    @Inject
    private HttpServletRequest request;

    private final Map<String, @Nullable String> form = new HashMap<>();
    private @Nullable ListState list;
    private @Nullable Page<ShiftRow> page;

    public ListState getList() {
        if (list == null) {
            list = ListState.of(request, List.of(), List.of());
        }
        return list;
    }

    public Page<ShiftRow> getPage() {
        if (page == null) {
            page = duty.shifts(getList().page());
        }
        return page;
    }

    /** Whether somebody on the first page is on duty now. */
    public boolean isCovered() {
        return getPage().items().stream().anyMatch(ShiftRow::current);
    }

    public List<Choice> getOfficers() {
        return duty.officers().stream()
                .map(each -> new Choice(each.person().toString(), each.name() + " · " + each.email()))
                .toList();
    }

    public Map<String, @Nullable String> getForm() {
        form.putIfAbsent("fromTime", "09:00");
        form.putIfAbsent("untilTime", "09:00");
        return form;
    }

    public void plan() {
        duty.plan(
                FormValues.requireChosen(form.get("person"), "person").toString(),
                FormValues.requireMoment(form.get("fromDay"), form.get("fromTime")),
                FormValues.requireMoment(form.get("untilDay"), form.get("untilTime")));
        done("duty.planned");
    }

    public void cancel(UUID shift) {
        duty.cancel(shift);
        done("duty.cancelled");
    }

    public void download() {
        CSV.send("duty-roster", after -> duty.shifts(getList().wholeAfter(after)));
    }

    private void done(String key) {
        notices.done(key, Map.of());
        notices.leadTo("/duty-roster");
    }
}
