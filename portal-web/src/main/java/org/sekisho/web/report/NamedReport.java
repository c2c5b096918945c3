package org.sekisho.web.report;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.reading.ReportFilter;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.report.ReportService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Say;

/** A report of one's own institution as people name it in a field: by its number, RPT-0412 or 412. */
@RequestScoped
public class NamedReport {

    private static final String FIELD = "original";

    @Inject
    private ReportService reports;

    @Inject
    private Me me;

    @Inject
    private Say say;

    /** Reports of the institution that can be named: these first, then the latest, without those that are chosen themselves. */
    List<Choice> suggestions(Stream<ReportRow> first, Set<UUID> chosen) {
        ReportFilter own = ReportFilter.all().of(me.getAccount().organisation());
        return Stream.concat(first, reports.list(own, PageRequest.most()).items().stream())
                .filter(row -> !chosen.contains(row.id()))
                .map(row ->
                        new Choice(row.reference(), row.title().orElseGet(() -> say.text("reports.sealed", Map.of()))))
                .distinct()
                .toList();
    }

    /** @throws Refusal that names the field, where nothing or no such report is named */
    public UUID id(@Nullable String said) {
        String text = FormValues.text(said).strip();
        if (text.isEmpty()) {
            throw Refusal.of(SharedError.REQUIRED, "field", FIELD);
        }
        // What was picked from the suggestions ends with the title.
        int number = ReportRow.number(text.split("\\s", 2)[0])
                .orElseThrow(() -> Refusal.of(SharedError.MALFORMED, "field", FIELD));
        try {
            return reports.numbered(number);
        } catch (Refusal unknown) {
            throw unknown.code() == SharedError.NOT_FOUND ? Refusal.of(SharedError.NOT_FOUND, "field", FIELD) : unknown;
        }
    }
}
