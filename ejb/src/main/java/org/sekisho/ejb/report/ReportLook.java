package org.sekisho.ejb.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.report.reading.QueueRow;
import org.sekisho.domain.report.reading.ReportDirectory;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.report.redaction.Masking;
import org.sekisho.domain.shared.Page;

/** Names rows for those who may read what the reports say; for everybody else they stay without a title. */
@ApplicationScoped
class ReportLook {

    @Inject
    private ReportDirectory directory;

    @Inject
    private ReportGate gate;

    @Inject
    private ReportMasking masking;

    Page<ReportRow> named(Page<ReportRow> page) {
        Map<UUID, String> titles = titles(page.items());
        return page.map(row -> row.titled(Optional.ofNullable(titles.get(row.revision()))));
    }

    List<ReportRow> named(List<ReportRow> rows) {
        Map<UUID, String> titles = titles(rows);
        return rows.stream()
                .map(row -> row.titled(Optional.ofNullable(titles.get(row.revision()))))
                .toList();
    }

    Page<QueueRow> namedQueue(Page<QueueRow> page) {
        Map<UUID, String> titles =
                titles(page.items().stream().map(QueueRow::report).toList());
        return page.map(row -> row.titled(
                row.report().titled(Optional.ofNullable(titles.get(row.report().revision())))));
    }

    private Map<UUID, String> titles(List<ReportRow> rows) {
        Map<UUID, Boolean> opens = new HashMap<>();
        Map<UUID, String> titles = directory.titles(rows.stream()
                .filter(row ->
                        opens.computeIfAbsent(row.agreement(), agreement -> gate.opens(agreement, row.organisation())))
                .map(ReportRow::revision)
                .collect(Collectors.toUnmodifiableSet()));
        return masked(rows, titles);
    }

    private Map<UUID, String> masked(List<ReportRow> rows, Map<UUID, String> titles) {
        Map<Source, Masking> maskings = new HashMap<>();
        Map<UUID, String> masked = new HashMap<>();
        for (ReportRow row : rows) {
            String title = titles.get(row.revision());
            if (title != null) {
                Masking masking = maskings.computeIfAbsent(
                        new Source(row.agreement(), row.organisation()),
                        source -> this.masking.forReader(source.agreement(), source.owner()));
                masked.put(row.revision(), masking.text(title));
            }
        }
        return masked;
    }

    /** Under which agreement, and whose, a report is. */
    private record Source(UUID agreement, UUID owner) {}
}
