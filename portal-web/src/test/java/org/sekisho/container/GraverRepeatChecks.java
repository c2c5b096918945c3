package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.container.regime.Sessions.use;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.ReportFiles;
import org.sekisho.domain.report.intake.IntakeTally;
import org.sekisho.domain.report.intake.Repeat;
import org.sekisho.domain.report.reading.ReportView;
import org.sekisho.domain.report.reading.ReportView.GraverLine;
import org.sekisho.domain.report.severity.CvssSeverity;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.report.ReportFlowService;
import org.sekisho.ejb.report.ReportService;
import org.sekisho.ejb.report.escalation.EscalationClocks;

/** A finding that comes again, and is called graver than before. */
final class GraverRepeatChecks {

    private final Bank bank = Regime.get().own();
    private final ReportFiles files = new ReportFiles(bank, bank.thing("agreement"));
    private final Player analyst = files.analyst();

    /** Nobody touched the report: its tier and its escalation are asked again, and whoever reads it is told which file says so. */
    void reachesTheReportThatGoesOn() {
        UUID report = report(imported("graver by and by", "note"));
        assertEquals("LOW", tier(report));
        UUID later = imported("graver by and by", "error");
        assertEquals("0 1", created(later));
        EscalationClocks clocks = use(EscalationClocks.class);
        clocks.look();
        clocks.look();
        assertEquals("HIGH", tier(report));
        assertEquals(List.of("IMPORTED", "FOUND_GRAVER"), causes(report));
        ReportView view = analyst.as(() -> use(ReportService.class).one(report));
        GraverLine graver = view.origin().orElseThrow().graver().orElseThrow();
        assertEquals(CvssSeverity.HIGH, graver.severity());
        assertEquals(Optional.of(later), graver.intake());
        assertEquals("HIGH true", repeat(later));
        assertEquals("MEDIUM false", repeat(imported("graver by and by", "warning")));
        clocks.look();
        assertEquals(2, causes(report).size(), "what is less grave changes nothing");
    }

    /** What was rejected was less: nobody has decided yet on what is found now. */
    void makesAReportOfItsOwnWhereTheLesserOneWasRejected() {
        UUID rejected = report(imported("rejected as a note", "note"));
        analyst.run(() -> use(ReportFlowService.class).reject(rejected, "A note without consequence"));
        assertEquals("0 1", created(imported("rejected as a note", "none")), "the same is a duplicate");
        UUID graver = imported("rejected as a note", "error");
        assertEquals("1 0", created(graver));
        ReportView view = analyst.as(() -> use(ReportService.class).one(report(graver)));
        assertEquals(rejected, view.recurs().orElseThrow().id());
        assertTrue(view.origin().orElseThrow().graver().isEmpty());
    }

    private UUID imported(String words, String level) {
        String file = "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Probe\"}},\"results\":["
                + "{\"ruleId\":\"R1\",\"level\":\"" + level + "\",\"message\":{\"text\":\"" + words + "\"}}]}]}";
        return files.done(files.begin(files.upload(level + ".sarif", file.getBytes(StandardCharsets.UTF_8)))
                        .intake())
                .row()
                .id();
    }

    /** How grave the only duplicate of an import is, and whether that counts. */
    private String repeat(UUID intake) {
        Repeat only = analyst.as(() -> files.intakes().repeats(intake, PageRequest.first()))
                .items()
                .get(0);
        return only.severity().orElseThrow() + " " + only.graver();
    }

    private String created(UUID intake) {
        IntakeTally tally = analyst.as(() -> files.intakes().one(intake)).row().tally();
        return tally.created() + " " + tally.duplicates();
    }

    private static UUID report(UUID intake) {
        return UUID.fromString(
                Database.texts("select cast(report_id as text) from report_origin where import_id = ?", intake)
                        .get(0));
    }

    private static String tier(UUID report) {
        return Database.texts("select tier from report where id = ?", report).get(0);
    }

    private static List<String> causes(UUID report) {
        return Database.texts(
                "select cause from report_evaluation where report_id = ? order by evaluated_at, id", report);
    }
}
