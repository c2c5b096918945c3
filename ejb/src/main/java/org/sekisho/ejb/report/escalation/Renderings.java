package org.sekisho.ejb.report.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.clause.Audience;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportContentJson;
import org.sekisho.domain.report.escalation.EscalationDirectory;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.report.redaction.Masking;
import org.sekisho.domain.report.release.Rendering;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.report.ReportMasking;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;

/** Draws what an authority gets to read of an escalated report: masked as the redaction clause says, marked with for whom and when. */
@ApplicationScoped
class Renderings {

    /** Of the whole: the content, and what stands around it. */
    private static final int MOST_CHARACTERS = ReportContentJson.LIMIT + 10_000;

    @Inject
    private CurrentAct act;

    @Inject
    private EscalationDirectory directory;

    @Inject
    private ReportMasking maskings;

    /** The bytes that are kept. */
    byte[] of(Report report, ReportContent content) {
        String recipients = directory.authorities(Days.of(act.now())).stream()
                .map(each -> said(each.name()))
                .collect(Collectors.joining(", "));
        Masking masking = maskings.forAudience(report.agreement(), Audience.AUTHORITY);
        return new Rendering(
                        ReportRow.reference(report.number()),
                        Optional.of(said(directory.name(report.organisation()))),
                        // Whoever is designated later reads it too; the hash says what was drawn before.
                        recipients.isEmpty() ? "-" : recipients,
                        report.label(),
                        act.now(),
                        masking.masked(),
                        masking.content(content).content())
                .bytes();
    }

    /** What the bytes say of the report. */
    static ReportContent read(byte[] bytes) {
        JsonObject whole = (JsonObject) JsonReader.read(new String(bytes, StandardCharsets.UTF_8), MOST_CHARACTERS);
        return ReportContentJson.read(CanonicalJson.text(whole.object("content")));
    }

    private static String said(Name name) {
        String english = name.in(ReadingLanguage.EN);
        String japanese = name.in(ReadingLanguage.JA);
        return english.equals(japanese) ? english : english + " (" + japanese + ")";
    }
}
