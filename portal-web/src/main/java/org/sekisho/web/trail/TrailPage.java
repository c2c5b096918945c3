package org.sekisho.web.trail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.Subject;
import org.sekisho.domain.trail.Outcome;
import org.sekisho.domain.trail.TrailEventRow;
import org.sekisho.domain.trail.TrailFilter;
import org.sekisho.ejb.party.OrganisationService;
import org.sekisho.ejb.trail.TrailService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.CsvDownload;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Say;

/** The search of the trail. */
@Named
@RequestScoped
public class TrailPage {

    private static final List<String> FILTERS =
            List.of("area", "organisation", "outcome", "since", "until", "act", "actor", "subject", "agreement");
    private static final List<String> CSV =
            List.of("id", "time", "actor", "organisation", "act", "subject", "agreement", "outcome");

    @Inject
    private TrailService trail;

    @Inject
    private OrganisationService organisations;

    @Inject
    private TrailWords words;

    @Inject
    private Say say;

    @Inject
    private HttpServletRequest request;

    private @Nullable ListState list;
    private @Nullable Page<TrailEventRow> page;

    /** Answers with the whole list where the address asks for CSV. */
    public void answer() {
        if ("csv".equals(request.getParameter("format"))) {
            CsvDownload.send(
                    "trail", CSV, after -> trail.list(filter(), getList().wholeAfter(after)), TrailPage::cells);
        }
    }

    public ListState getList() {
        if (list == null) {
            list = ListState.of(request, FILTERS, List.of());
        }
        return list;
    }

    public Page<TrailEventRow> getPage() {
        if (page == null) {
            page = trail.list(filter(), getList().page());
        }
        return page;
    }

    public List<Choice> getOutcomes() {
        return say.choices("trail-outcome", Arrays.stream(Outcome.values()));
    }

    public List<Choice> getAreas() {
        return words.areas().stream()
                .map(area -> new Choice(area, words.area(area)))
                .toList();
    }

    public List<Choice> getOrganisations() {
        return organisations.choices().stream()
                .map(each -> new Choice(each.id().toString(), say.name(each.name())))
                .toList();
    }

    /** A filter that is only set by links of events: what it is called there. */
    public List<Choice> chosen(String filter) {
        String value = getList().of(filter);
        Optional<TrailEventRow> first = getPage().items().stream().findFirst();
        String called =
                switch (filter) {
                    case "act" -> words.act(value);
                    case "actor" -> first.map(row -> words.who(row.who())).orElse(value);
                    case "agreement" -> first.flatMap(TrailEventRow::agreementNumber)
                            .orElse(value);
                    default -> first.filter(row -> row.subject().isPresent())
                            .map(words::which)
                            .orElse(value);
                };
        return List.of(new Choice(value, called));
    }

    private TrailFilter filter() {
        ListState given = getList();
        return new TrailFilter(
                given.words(),
                given.words().map(words::actsSaying).orElse(Set.of()),
                given.value("act"),
                given.value("area"),
                given.value("actor"),
                given.id("organisation"),
                given.id("subject"),
                given.id("agreement"),
                given.choice("outcome", Outcome.class),
                day(given, "since").map(Days::startOf),
                day(given, "until").map(Days::endOf));
    }

    private static Optional<LocalDate> day(ListState given, String name) {
        try {
            return given.value(name).map(LocalDate::parse);
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static List<String> cells(TrailEventRow row) {
        return List.of(
                row.id().toString(),
                row.time().toString(),
                row.who().email().orElse(row.who().actor()),
                row.who().organisation().map(TrailEventRow.Party::shortName).orElse(""),
                row.act(),
                row.subject().map(Subject::toString).orElse(""),
                row.agreementNumber()
                        .or(() -> row.agreement().map(UUID::toString))
                        .orElse(""),
                row.outcome().word());
    }
}
