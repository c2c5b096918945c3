package org.sekisho.ejb.report.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ExportClause.Format;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.redaction.MaskedContent;
import org.sekisho.domain.report.redaction.Masking;
import org.sekisho.domain.report.release.ReleaseError;
import org.sekisho.domain.report.release.Rendering;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.Settings;
import org.sekisho.ejb.shared.CurrentAct;

/** Makes the bytes that a recipient gets: masked for its audience, marked with for whom and when. */
@ApplicationScoped
class ReleaseRendering {

    @Inject
    private CurrentAct act;

    @Inject
    private Settings settings;

    /** The rendering. */
    Rendering of(
            Report report,
            ReportContent content,
            Masking masking,
            Optional<String> source,
            String recipient,
            List<String> people) {
        MaskedContent masked = masking.content(content);
        return new Rendering(
                "SKS-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT),
                source,
                recipient,
                people,
                report.label(),
                act.now(),
                masking.masked(),
                masked.content());
    }

    /** In a format, or not at all. */
    byte[] bytes(Rendering rendering, Format format, ReadingLanguage language) {
        return switch (format) {
            case PDF -> new RenderedPdf(rendering, language).bytes();
            case CSAF -> new CsafAdvisory(rendering, settings.publicUrl())
                    .text()
                    .getBytes(StandardCharsets.UTF_8);
            case JSON -> rendering.bytes();
            case CSV, SARIF, ZIP -> throw new Refusal(
                    ReleaseError.FORMAT_NOT_FORESEEN, Map.of("format", format.name()));
        };
    }

    /** Whether there is such a rendering. */
    static boolean knows(Format format) {
        return format == Format.PDF || format == Format.CSAF || format == Format.JSON;
    }

    /** Whether it leaves as data that other systems take in. */
    static boolean isForMachines(Format format) {
        return format != Format.PDF;
    }

    static String mediaType(Format format) {
        return format == Format.PDF ? "application/pdf" : "application/json";
    }

    static String ending(Format format) {
        return format == Format.PDF ? ".pdf" : ".json";
    }
}
