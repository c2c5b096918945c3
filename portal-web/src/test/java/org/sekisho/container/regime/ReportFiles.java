package org.sekisho.container.regime;

import static org.sekisho.container.regime.Sessions.use;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.intake.IntakeState;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.report.reading.ReportFilter;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.report.ReportService;
import org.sekisho.ejb.report.intake.BegunIntake;
import org.sekisho.ejb.report.intake.ImportReports;
import org.sekisho.ejb.report.intake.IntakeLine;
import org.sekisho.ejb.report.intake.IntakeService;
import org.sekisho.ejb.report.intake.IntakeUpload;

/** Files of reports that a bank's analyst imports under an agreement. */
public final class ReportFiles {

    private final Player analyst;
    private final UUID agreement;
    private final IntakeService intakes = use(IntakeService.class);

    public ReportFiles(Bank bank, UUID agreement) {
        this.analyst = bank.person(Role.ANALYST);
        this.agreement = agreement;
    }

    /** A file with one result that nobody else has. */
    public static byte[] sarif(String words) {
        return ("{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Probe\"}},\"results\":[{\"ruleId\":\"R1\",\"message\":{\"text\":\""
                        + words
                        + "\"}}]}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** An import of the bank's that is published. */
    UUID published() {
        byte[] file = sarif("Finding of " + analyst.organisation());
        return done(begin(upload("findings.sarif", file)).intake()).row().id();
    }

    /** Sealed, and not begun. */
    public IntakeUpload upload(String fileName, byte[] file) {
        return upload(fileName, SourceFormat.SARIF, new ByteArrayInputStream(file));
    }

    /** Sealed, and not begun. */
    public IntakeUpload upload(String fileName, SourceFormat format, InputStream file) {
        IntakeUpload upload = analyst.as(() -> intakes.open(
                new ImportReports(agreement, format, "otemachi-lab", "", "", "run 7", Tlp.AMBER, fileName)));
        try {
            upload.take(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return upload;
    }

    public BegunIntake begin(IntakeUpload upload) {
        return analyst.as(() -> intakes.begin(upload));
    }

    /** The import as it ended. */
    public IntakeLine done(UUID intake) {
        Waiting.until(
                "The import ends",
                () -> analyst.as(() -> intakes.one(intake)).row().state() != IntakeState.STAGING);
        return analyst.as(() -> intakes.one(intake));
    }

    /** The reports that an import made. */
    public static ReportFilter ofImport(UUID intake) {
        return new ReportFilter(
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(intake));
    }

    /** The only report that an import made, as its analyst sees it. */
    public ReportRow only(UUID intake) {
        List<ReportRow> made = analyst.as(() -> use(ReportService.class).list(ofImport(intake), PageRequest.first()))
                .items();
        if (made.size() != 1) {
            throw new AssertionError(made.size() + " reports");
        }
        return made.get(0);
    }

    public IntakeService intakes() {
        return intakes;
    }

    public Player analyst() {
        return analyst;
    }
}
