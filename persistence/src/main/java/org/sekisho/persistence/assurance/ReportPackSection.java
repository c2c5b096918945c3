package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.pack.PackLayout;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSection;
import org.sekisho.domain.report.redaction.Masking;
import org.sekisho.domain.report.redaction.Redactor;
import org.sekisho.domain.vault.Vault;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonObject;

/**
 * The audited organisation's reports that were under way in the period, with all that happened to them until its end: what an auditor
 * follows from arrival to release. Contents and reasons are masked as the redaction clause has it for auditors.
 */
@ApplicationScoped
public class ReportPackSection implements PackSection {

    private static final String TITLE = "title";
    private static final String LINE = "line";

    @Inject
    private Sql sql;

    @Inject
    private Vault vault;

    @Inject
    private Redactor redactor;

    @Override
    public String folder() {
        return PackLayout.REPORTS;
    }

    @Override
    public void collect(PackScope scope, Sink sink) {
        boolean reviews = scope.holds(EvidenceSection.REPORT_REVIEWS);
        boolean escalations = scope.holds(EvidenceSection.ESCALATIONS);
        boolean releases = scope.holds(EvidenceSection.RELEASES);
        if (scope.agreement().isEmpty() || !(reviews || escalations || releases)) {
            return;
        }
        ReportReader reader = new ReportReader(sql, scope, vault, new Masking(redactor, scope.masked()));
        if (reviews) {
            write(sink, ReviewRecords.REPORTS, TITLE, rows -> eachReport(reader, rows));
            write(sink, ReviewRecords.REVISIONS, LINE, rows -> eachRevision(reader, rows));
            sink.document(PackLayout.CONTENTS, out -> contents(reader, out));
            ReviewRecords.ALL.forEach(each -> reader.write(sink, each));
        }
        if (escalations) {
            EscalationRecords.ALL.forEach(each -> reader.write(sink, each));
        }
        if (releases) {
            ReleaseRecords.ALL.forEach(each -> reader.write(sink, each));
            sink.document(PackLayout.RENDERINGS, out -> renderings(reader, out));
            DisclosureRecords.ALL.forEach(each -> reader.write(sink, each));
        }
    }

    private static void write(Sink sink, ReportRecords records, String last, Rows<JsonObject> rows) {
        List<String> header = new ArrayList<>(records.header());
        header.add(last);
        sink.jsonLines(records.name() + ".jsonl", rows::writeTo);
        sink.csv(
                records.name() + ".csv",
                header,
                cells -> rows.writeTo(record -> cells.accept(RecordFile.cells(header, record))));
    }

    private static void eachReport(ReportReader reader, Consumer<? super JsonObject> rows) {
        reader.eachPage(reports -> {
            List<JsonObject> page = reader.page(ReviewRecords.REPORTS, reports);
            Map<UUID, String> titles = new HashMap<>();
            reader.eachContent(revisions(page), each -> titles.put(each.revision(), reader.title(each)));
            page.forEach(report -> rows.accept(ReportReader.with(report, TITLE, titles.get(revision(report)))));
        });
    }

    private static void eachRevision(ReportReader reader, Consumer<? super JsonObject> rows) {
        long[] line = {0};
        reader.eachRecord(ReviewRecords.REVISIONS, revision -> rows.accept(line(revision, ++line[0])));
    }

    private static JsonObject line(JsonObject revision, long number) {
        JsonObject.Builder more = JsonObject.builder();
        revision.members().forEach(more::put);
        return more.put(LINE, number).build();
    }

    /** A line for each revision. Without its line feed it is what the revision's hash names, unless it holds masks. */
    private static void contents(ReportReader reader, OutputStream out) {
        reader.eachPage(reports -> reader.eachContent(
                revisions(reader.page(ReviewRecords.REVISIONS, reports)), each -> write(out, reader.masked(each))));
    }

    /** A line for each release that left: what it said, as the auditor may read it, beside the hash of the bytes that left. */
    private static void renderings(ReportReader reader, OutputStream out) {
        reader.eachPage(reports -> {
            Map<UUID, List<JsonObject>> released = new LinkedHashMap<>();
            reader.page(ReleaseRecords.RELEASED, reports)
                    .forEach(each -> released.computeIfAbsent(revision(each), any -> new ArrayList<>())
                            .add(each));
            reader.eachContent(
                    List.copyOf(released.keySet()), content -> released.getOrDefault(content.revision(), List.of())
                            .forEach(each -> write(out, CanonicalJson.text(reader.rendered(each, content)))));
        });
    }

    private static void write(OutputStream out, String line) {
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<UUID> revisions(List<JsonObject> records) {
        return records.stream().map(ReportPackSection::revision).toList();
    }

    private static UUID revision(JsonObject record) {
        return UUID.fromString(record.string(ReviewRecords.REVISION));
    }
}
