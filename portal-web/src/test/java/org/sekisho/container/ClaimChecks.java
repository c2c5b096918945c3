package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.container.regime.Sessions.use;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.ReportFiles;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.decision.Exposure;
import org.sekisho.domain.report.decision.ServiceImportance;
import org.sekisho.domain.report.intake.Finding;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.report.reading.ReportView.OriginLine;
import org.sekisho.ejb.report.AssessReport;
import org.sekisho.ejb.report.RatingService;
import org.sekisho.ejb.report.ReportService;

/** What a file says of its items, beside what was found, as whoever reads the report is told it. */
final class ClaimChecks {

    private static final int MORE_THAN_KEPT = 3;

    private final Bank bank = Regime.get().own();
    private final ReportFiles files = new ReportFiles(bank, bank.thing("agreement"));

    /** No vector gives a score, and its tool calls it a note: that counts on arrival and whenever a table is asked again. */
    void whatItsSourceStatesCountsWheneverItIsRated() {
        ReportService reports = use(ReportService.class);
        ReportRow note = only("{\"level\":\"note\",\"message\":{\"text\":\"a mere note\"}}");
        assertEquals(RiskTier.LOW, note.tier());
        String hash = files.analyst().as(() -> reports.one(note.id())).hash();
        Assessment harmless = new Assessment(
                Optional.of(Exposure.ISOLATED), Optional.of(ServiceImportance.SUPPORTING), Optional.empty());
        files.analyst().run(() -> use(RatingService.class).assess(new AssessReport(note.id(), hash, harmless)));
        assertEquals(
                RiskTier.LOW,
                files.analyst().as(() -> reports.one(note.id())).row().tier());
        assertEquals(
                List.of("LOW", "LOW"),
                Database.texts(
                        """
                        select p.pair ->> 1 from report_rating g, jsonb_array_elements(cast(g.inputs as jsonb)) as p (pair)
                        where g.report_id = ? and p.pair ->> 0 = 'SEVERITY'
                        """,
                        note.id()));
    }

    /** Its publisher says that nothing is affected: whoever reviews it reads that, and it is reviewed all the same. */
    void whatItsSourceSaysOfItsEffectIsToldAndDecidesNothing() throws IOException {
        String vex = "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"version\":1,\"vulnerabilities\":["
                + "{\"id\":\"CVE-2026-424242\",\"analysis\":{\"state\":\"not_affected\",\"justification\":\"code_not_reachable\"}}]}";
        UUID id;
        try (InputStream file = new ByteArrayInputStream(vex.getBytes(StandardCharsets.UTF_8))) {
            id = files.done(files.begin(files.upload("vex.json", SourceFormat.CYCLONEDX, file))
                            .intake())
                    .row()
                    .id();
        }
        ReportRow made = files.only(id);
        assertEquals(Optional.of(Finding.Standing.NOT_AFFECTED), origin(made).statedEffect());
        assertEquals(RiskTier.HIGH, made.tier(), "nobody says how grave it is");
    }

    /** An item lists more places than a report keeps: how many are missing is told. */
    void whatAnItemListsBeyondTheLimitIsCounted() {
        String places = IntStream.range(0, Finding.LIST_LIMIT + MORE_THAN_KEPT)
                .mapToObj(each -> "{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"src/a" + each + ".c\"}}}")
                .collect(Collectors.joining(","));
        ReportRow made = only("{\"message\":{\"text\":\"in many places\"},\"locations\":[" + places + "]}");
        assertEquals(MORE_THAN_KEPT, origin(made).leftOut());
        assertEquals(0, origin(only("{\"message\":{\"text\":\"in no place\"}}")).leftOut());
    }

    private ReportRow only(String result) {
        String text = "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Probe\"}},\"results\":["
                + result + "]}]}";
        return files.only(files.done(files.begin(files.upload("claims.sarif", text.getBytes(StandardCharsets.UTF_8)))
                        .intake())
                .row()
                .id());
    }

    private OriginLine origin(ReportRow report) {
        return files.analyst()
                .as(() -> use(ReportService.class).one(report.id()))
                .origin()
                .orElseThrow();
    }
}
