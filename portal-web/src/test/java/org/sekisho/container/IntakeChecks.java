package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.container.regime.Sessions.use;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.ReportFiles;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.domain.report.intake.IntakeError;
import org.sekisho.domain.report.intake.IntakeFilter;
import org.sekisho.domain.report.intake.IntakeState;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.report.reading.ReportView.OriginLine;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.report.ReportService;
import org.sekisho.ejb.report.intake.BegunIntake;
import org.sekisho.ejb.report.intake.IntakeLine;
import org.sekisho.ejb.report.intake.IntakeUpload;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.Idempotency;
import org.sekisho.proof.SharedData;

/** Imports files of reports at a bank whose agreement isn't frozen for once. */
final class IntakeChecks {

    private final Bank bank = Regime.get().own();
    private final ReportFiles files = new ReportFiles(bank, bank.thing("agreement"));

    /** The freeze of the regime is lifted past every use case; it is put back afterwards, as every row. */
    static void thaw() {
        Database.run("update access_freeze set state = 'LIFTED', lifted_at = frozen_at where state <> 'LIFTED'");
    }

    /** Every file that publishers and tools wrote is imported; what it has is created, known or rejected; sent again it creates nothing. */
    void everyPublishedFileAddsUpAndAddsNothingTwice() throws IOException {
        int items = 0;
        for (SourceFormat format : List.of(SourceFormat.SARIF, SourceFormat.CSAF)) {
            for (Path file : published(format)) {
                IntakeLine line = files.done(files.begin(upload(file, format)).intake());
                assertEquals(
                        IntakeState.PUBLISHED,
                        line.row().state(),
                        file + " " + line.row().failure());
                assertEquals(line.row().tally().created(), reports(line.row().id()), file.toString());
                assertEquals(line.row().tally().created(), contents(line.row().id()), file.toString());
                assertEquals(
                        file.getFileName().toString().startsWith("Catastrophic") ? 1 : 0,
                        line.row().failedRuns(),
                        file.toString());
                items += (int) line.row().tally().received();
                long before = reports();
                BegunIntake again = files.begin(upload(file, format));
                assertTrue(again.repeated(), file.toString());
                assertEquals(line.row().id(), again.intake(), file.toString());
                assertEquals(before, reports(), file.toString());
            }
        }
        assertTrue(items >= 30, "items: " + items);
        assertEquals(
                "0", Database.texts("select count(*)::text from finding_draft").get(0));
    }

    /** The same file at the same moment is one import, and its findings are there once. */
    void theSameFileAtOnceIsOneImport(AtOnce atOnce) {
        byte[] file = ReportFiles.sarif("sent at once");
        List<IntakeUpload> uploads =
                Stream.generate(() -> files.upload("once.sarif", file)).limit(4).toList();
        List<String> outcomes = atOnce.run(
                uploads.stream().<Runnable>map(each -> () -> files.begin(each)).toList());
        assertEquals(List.of("done", "done", "done", "done"), outcomes);
        List<String> ids = Database.texts(
                "select id::text from report_import where sha256 = ?",
                uploads.get(0).sha256());
        assertEquals(1, ids.size());
        files.done(UUID.fromString(ids.get(0)));
        assertEquals(1, reports(UUID.fromString(ids.get(0))));
    }

    /** A key under which a file is handed in isn't taken for the key of what is read beside the request. */
    void aFileUnderAKeyIsReadAllTheSame() {
        IntakeUpload upload = files.upload("keyed.sarif", ReportFiles.sarif("sent under a key"));
        Idempotency key = new Idempotency("intake-key", "POST /reports/import", upload.sha256(), begun -> "begun");
        Caller caller = Caller.request(Optional.of(Tokens.hash(files.analyst().token())), "127.0.0.1")
                .withIdempotency(key);
        BegunIntake begun = Player.with(caller, () -> files.intakes().begin(upload));
        assertEquals(1, files.done(begun.intake()).row().tally().created());
    }

    /** Two files that hold the same finding, at the same moment, make one report. */
    void theSameFindingInTwoFilesAtOnceIsOneReport(AtOnce atOnce) {
        String one = new String(ReportFiles.sarif("found twice"), StandardCharsets.UTF_8);
        List<IntakeUpload> uploads = List.of(
                files.upload("a.sarif", one.getBytes(StandardCharsets.UTF_8)),
                files.upload("b.sarif", (one + "\n").getBytes(StandardCharsets.UTF_8)));
        long before = reports();
        atOnce.run(
                uploads.stream().<Runnable>map(each -> () -> files.begin(each)).toList());
        long created = 0;
        long duplicates = 0;
        for (IntakeUpload each : uploads) {
            IntakeLine line = files.done(
                    UUID.fromString(Database.texts("select id::text from report_import where sha256 = ?", each.sha256())
                            .get(0)));
            created += line.row().tally().created();
            duplicates += line.row().tally().duplicates();
        }
        assertEquals(1, created);
        assertEquals(1, duplicates);
        assertEquals(before + 1, reports());
    }

    /** A file that ends in the middle is refused with a code; nothing of it stays, and whole it is imported. */
    void aTruncatedFileLeavesNothingAndCanBeSentAgain() {
        byte[] whole = many(450);
        byte[] cut = Arrays.copyOf(whole, whole.length - 20);
        long before = reports();
        IntakeLine refused =
                files.done(files.begin(files.upload("cut.sarif", cut)).intake());
        assertEquals(IntakeState.REFUSED, refused.row().state());
        assertEquals(
                IntakeError.FILE_TRUNCATED.code(),
                refused.row().failure().orElseThrow().code());
        assertEquals(before, reports());
        for (String table : List.of("finding", "finding_draft", "finding_rejection")) {
            assertEquals(
                    List.of("0"),
                    Database.texts(
                            "select count(*)::text from " + table + " where import_id = ?",
                            refused.row().id()));
        }
        BegunIntake same = files.begin(files.upload("cut.sarif", cut));
        assertFalse(same.repeated(), "a refused file can be sent again");
        files.done(same.intake());
        IntakeLine done =
                files.done(files.begin(files.upload("whole.sarif", whole)).intake());
        assertEquals(450, done.row().tally().created());
        assertEquals(before + 450, reports());
    }

    /** An import whose reader died is taken over, and done from the beginning of its file. */
    void whatBrokeOffIsTakenOver() {
        IntakeLine done =
                files.done(files.begin(files.upload("over.sarif", many(3))).intake());
        UUID id = done.row().id();
        Refusal published = assertThrows(
                Refusal.class, () -> files.analyst().run(() -> files.intakes().takeOver(id)));
        assertEquals(IntakeError.WRONG_STATE, published.code());
        // As a node leaves it that was killed between two batches.
        Database.run(
                "delete from report_step where report_id in (select r.id from report r join finding f on f.id = r.origin_id where f.import_id = ?)",
                id);
        Database.run(
                "delete from report_marker where report_id in (select r.id from report r join finding f on f.id = r.origin_id where f.import_id = ?)",
                id);
        for (String answers : List.of("report_rating", "report_evaluation", "report_origin")) {
            Database.run(
                    "delete from " + answers
                            + " where report_id in (select r.id from report r join finding f on f.id = r.origin_id where f.import_id = ?)",
                    id);
        }
        Database.run(
                "with gone as (delete from report r using finding f where f.id = r.origin_id and f.import_id = ? returning r.id), "
                        + "revised as (delete from report_revision v using gone where v.report_id = gone.id returning v.id) "
                        + "delete from report_content c using revised where c.revision_id = revised.id",
                id);
        Database.run("delete from finding where import_id = ? and item > 0", id);
        Database.run("update finding set published = false where import_id = ?", id);
        Database.run(
                "update report_import set state = 'STAGING', ended_at = null, received = 0, created = 0, duplicates = 0, "
                        + "begun_at = begun_at - interval '1 hour', heard_at = begun_at - interval '1 hour' where id = ?",
                id);
        assertTrue(files.analyst().as(() -> files.intakes().one(id)).brokenOff());
        files.analyst().run(() -> files.intakes().takeOver(id));
        IntakeLine again = files.done(id);
        assertEquals(IntakeState.PUBLISHED, again.row().state());
        assertEquals(2, again.row().attempt());
        assertEquals(3, again.row().tally().created());
        assertEquals(3, reports(id));
    }

    /** What is rejected is told item by item, and what is known by what it is the same. */
    void everyItemIsToldApart() {
        String text = "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Probe\"}},\"results\":["
                + "{\"message\":{\"text\":\"told apart\"}},{\"message\":{\"text\":\"told apart\"}},{\"message\":5},"
                + "{\"kind\":\"pass\",\"message\":{\"text\":\"fine\"}}]}]}";
        UUID id = files.done(files.begin(files.upload("odd.sarif", text.getBytes(StandardCharsets.UTF_8)))
                        .intake())
                .row()
                .id();
        IntakeLine line = files.analyst().as(() -> files.intakes().one(id));
        assertEquals("4 1 1 2", counts(line));
        assertEquals("odd.sarif", line.fileName());
        assertEquals(
                List.of("2 /runs/0/results/2/message SCHEMA", "3 /runs/0/results/3 NOT_A_FINDING"),
                files
                        .analyst()
                        .as(() -> files.intakes().rejections(id, Optional.empty(), PageRequest.first()))
                        .items()
                        .stream()
                        .map(each -> each.index() + " " + each.pointer() + " " + each.reason())
                        .toList());
        assertEquals(
                List.of(1L),
                files.analyst().as(() -> files.intakes().repeats(id, PageRequest.first())).items().stream()
                        .map(each -> each.index())
                        .toList());
        assertTrue(
                files.analyst().as(() -> files.intakes().list(IntakeFilter.all(), PageRequest.first())).items().stream()
                        .anyMatch(each -> each.row().id().equals(id)));
        Page<ReportRow> created =
                files.analyst().as(() -> use(ReportService.class).list(ReportFiles.ofImport(id), PageRequest.first()));
        assertEquals(
                List.of("told apart"),
                created.items().stream().map(each -> each.title().orElse("")).toList());
        OriginLine origin = files.analyst()
                .as(() -> use(ReportService.class).one(created.items().get(0).id()))
                .origin()
                .orElseThrow();
        assertEquals("Probe", origin.tool());
        assertEquals(Optional.of(id), origin.intake());
        assertEquals(
                0,
                Regime.get()
                        .other()
                        .person(Role.ANALYST)
                        .as(() -> use(ReportService.class).list(ReportFiles.ofImport(id), PageRequest.first()))
                        .items()
                        .size());
        List<String> events = Database.texts(
                "select act || ' ' || outcome from trail_event where subject_kind = 'report-import' and subject_id = ? order by time",
                id);
        assertEquals(List.of("report-import.begin done", "report-import.publish done"), events);
    }

    private static String counts(IntakeLine line) {
        return line.row().tally().received() + " " + line.row().tally().created() + " "
                + line.row().tally().duplicates() + " " + line.row().tally().rejected();
    }

    private IntakeUpload upload(Path file, SourceFormat format) throws IOException {
        try (InputStream content = new ByteArrayInputStream(Files.readAllBytes(file))) {
            return files.upload(file.getFileName().toString(), format, content);
        }
    }

    private static byte[] many(int count) {
        StringBuilder text = new StringBuilder(
                "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Probe\"}},\"results\":[");
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{\"message\":{\"text\":\"one of ")
                    .append(count)
                    .append(": ")
                    .append(i)
                    .append("\"}}");
        }
        return text.append("]}]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<Path> published(SourceFormat format) throws IOException {
        try (Stream<Path> all = Files.walk(SharedData.require(format == SourceFormat.SARIF ? "sarif" : "csaf-2.0"))) {
            return all.filter(each -> each.toString().endsWith(".sarif")
                            || each.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static long reports(UUID intake) {
        return count(
                "select count(*)::text from report r join finding f on f.id = r.origin_id where f.import_id = ?",
                intake);
    }

    private static long contents(UUID intake) {
        return count(
                "select count(*)::text from report r join finding f on f.id = r.origin_id "
                        + "join report_content c on c.revision_id = r.current_revision_id where f.import_id = ?",
                intake);
    }

    private static long reports() {
        return count("select count(*)::text from report");
    }

    private static long count(String sql, Object... parameters) {
        return Long.parseLong(Database.texts(sql, parameters).get(0));
    }
}
