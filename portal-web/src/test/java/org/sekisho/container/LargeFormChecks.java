package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.container.regime.Sessions.use;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.ReportFiles;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.ejb.report.ReportService;

/** Forms as long as they may be, and longer. */
final class LargeFormChecks {

    private static final String LONG = "検".repeat(ReportContent.TEXT_LIMIT);
    /** Of these a form holds more than all fields may together. */
    private static final int TOO_MANY = 60;

    private final Bank bank = Regime.get().own();
    private final ReportFiles files = new ReportFiles(bank, bank.thing("agreement"));
    private final Player analyst = files.analyst();

    /** Four texts of the greatest length, in a script that takes nine bytes a character where a form is encoded. */
    void aReportOfTheGreatestLengthIsTakenAsItWasWritten() throws IOException, InterruptedException {
        UUID report = report("long texts");
        HttpResponse<String> answer = revision(report)
                .field("title", "長い報告")
                .field("text", LONG)
                .field("impact", LONG)
                .field("remedy", LONG)
                .sendInParts();
        assertEquals(302, answer.statusCode(), answer.body());
        ReportContent content =
                analyst.as(() -> use(ReportService.class).one(report)).content().orElseThrow();
        assertEquals("長い報告", content.title());
        assertEquals(LONG, content.text());
        assertEquals(LONG, content.impact());
        assertEquals(LONG, content.remedy());
    }

    /** The container would fail over it: the page says what is wrong instead, and the report is as it was. */
    void aLongerOneIsSentBackToItsPage() throws IOException, InterruptedException {
        UUID report = report("too long texts");
        SentForm form = revision(report).field("title", "Longer").field("text", LONG.repeat(TOO_MANY));
        for (HttpResponse<String> answer : List.of(form.send(), form.sendInParts())) {
            assertEquals(302, answer.statusCode(), answer.body());
            assertTrue(answer.headers().firstValue("Location").orElse("").endsWith("&toolarge=1"));
        }
        assertEquals(
                411,
                revision(report).field("title", "Short").sendOfUnknownLength().statusCode());
        assertEquals(
                "too long texts",
                analyst.as(() -> use(ReportService.class).one(report))
                        .content()
                        .orElseThrow()
                        .text());
    }

    /** A form sends other line breaks than were kept: what nobody touched is no revision, and a review isn't begun anew for it. */
    void whatNobodyTouchedIsNoRevision() throws IOException, InterruptedException {
        UUID report = report("first line\\nsecond line");
        ReportContent kept =
                analyst.as(() -> use(ReportService.class).one(report)).content().orElseThrow();
        assertTrue(kept.text().contains("\n"), kept::text);
        HttpResponse<String> answer = revision(report)
                .field("title", kept.title())
                .field("text", kept.text().replace("\n", "\r\n"))
                .field("identifiers", String.join("\r\n", kept.identifiers()))
                .sendInParts();
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                List.of("1"), Database.texts("select count(*)::text from report_revision where report_id = ?", report));
    }

    private SentForm revision(UUID report) throws IOException, InterruptedException {
        String hash = analyst.as(() -> use(ReportService.class).one(report)).hash();
        return SentForm.open(analyst, "/report-revise?id=" + report, "report")
                .field("readHash", hash)
                .field("do", "do");
    }

    private UUID report(String words) {
        return files.only(files.done(files.begin(files.upload("words.sarif", ReportFiles.sarif(words)))
                                .intake())
                        .row()
                        .id())
                .id();
    }
}
