package org.sekisho.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.TimelineFilter;
import org.sekisho.domain.agreement.TimelineRow;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Say;
import org.sekisho.web.text.Words;

/** What happened with an agreement, in words. */
@Named
@RequestScoped
public class TimelineCard {

    private static final int FEW = 5;
    private static final List<String> STOPS = List.of(
            "agreement.suspended",
            "agreement.terminated",
            "agreement.expired",
            "agreement.signature-withdrawn",
            "freeze.imposed");

    @Inject
    private AgreementPage page;

    @Inject
    private AgreementService agreements;

    @Inject
    private AgreementWords words;

    @Inject
    private Moments moments;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private HttpServletRequest request;

    private @Nullable Page<TimelineRow> rows;
    private @Nullable ListState list;

    /** The last few acts, for the overview. */
    public List<TimelineRow> getFew() {
        return agreements
                .timeline(
                        page.getId(),
                        TimelineFilter.all(),
                        new PageRequest(FEW, Optional.empty(), Optional.empty(), false))
                .items();
    }

    public ListState getList() {
        if (list == null) {
            list = ListState.within(request, List.of("id", "tab"), List.of("since", "until"), List.of("-time"));
        }
        return list;
    }

    public Page<TimelineRow> getRows() {
        if (rows == null) {
            rows = agreements.timeline(page.getId(), filter(), getList().page());
        }
        return rows;
    }

    /** Answers with the timeline as CSV. */
    public void download() {
        new Csv<TimelineRow>()
                .with("time", TimelineRow::time)
                .with("act", TimelineRow::act)
                .with("events", TimelineRow::events)
                .with("organisation", row -> row.organisation()
                        .map(organisation -> words.party(page.getRow().parties(), organisation)))
                .with("person", row -> row.personName().map(say::name))
                .with("system", TimelineRow::system)
                .with("reason", row -> Optional.ofNullable(row.details().get("reason")))
                .send(
                        "timeline-" + page.getRow().number(),
                        after -> agreements.timeline(
                                page.getId(), filter(), getList().wholeAfter(after)));
    }

    private TimelineFilter filter() {
        return new TimelineFilter(
                getList().day("since").map(Days::startOf),
                getList().day("until").map(Days::endOf));
    }

    /** What was done: one sentence for each event of the act. */
    public String act(TimelineRow row) {
        List<String> sentences = new ArrayList<>();
        for (String event : row.events()) {
            String key = "happened." + event;
            sentences.add(Words.in(me.getLocale()).find(key).isPresent() ? say.text(key, row.details()) : event);
        }
        return sentences.isEmpty() ? row.act() : String.join(say.getComma(), sentences);
    }

    /** When, and by whom. */
    public List<String> facts(TimelineRow row) {
        List<String> facts = new ArrayList<>();
        facts.add(moments.time(row.time()));
        row.organisation()
                .map(organisation -> words.party(page.getRow().parties(), organisation))
                .filter(name -> !name.isEmpty())
                .ifPresent(facts::add);
        row.personName().map(say::name).ifPresent(facts::add);
        row.system().ifPresent(system -> facts.add(say.text("happened.by-system", Map.of())));
        Optional.ofNullable(row.details().get("reason"))
                .filter(reason -> !reason.isBlank())
                .ifPresent(facts::add);
        return facts;
    }

    /** Whether the act stopped something. */
    public boolean stops(TimelineRow row) {
        return row.events().stream().anyMatch(STOPS::contains);
    }
}
