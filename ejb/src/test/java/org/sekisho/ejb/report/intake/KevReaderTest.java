package org.sekisho.ejb.report.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.report.intake.IntakeError;
import org.sekisho.domain.report.severity.CveId;
import org.sekisho.domain.report.severity.KnownExploited;
import org.sekisho.domain.report.severity.ListEdition;
import org.sekisho.domain.report.severity.SeverityError;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Refusal;

class KevReaderTest {

    private static final String ENTRY =
            """
            {"cveID": "CVE-2024-3094", "vendorProject": "xz", "product": "xz", "dateAdded": "2026-11-01", "dueDate": "2026-11-22",
             "shortDescription": "d", "knownRansomwareCampaignUse": "Known", "cwes": ["CWE-506"]}
            """;

    @Test
    void readsTheCatalogueWhereverItsHeadStands() throws IOException {
        String head =
                "\"title\": \"t\", \"catalogVersion\": \"2026.11.24\", \"dateReleased\": \"2026-11-24T15:00:00.0Z\", \"count\": 1";
        for (String text : List.of(
                "{" + head + ", \"vulnerabilities\": [" + ENTRY + "]}",
                "{\"vulnerabilities\": [" + ENTRY + "]," + head + "}")) {
            List<KnownExploited> entries = new ArrayList<>();
            assertEquals(new ListEdition("2026.11.24", LocalDate.of(2026, 11, 24), 1), read(text, entries));
            assertEquals(
                    List.of(new KnownExploited(
                            new CveId("CVE-2024-3094"), LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 22), true)),
                    entries);
        }
    }

    @Test
    void anythingElseIsRefused() {
        String head =
                "{\"catalogVersion\": \"1\", \"dateReleased\": \"2026-11-24\", \"count\": %d, \"vulnerabilities\": [%s]}";
        refused(SeverityError.LIST_MALFORMED, String.format(head, 2, ENTRY));
        refused(SeverityError.LIST_MALFORMED, String.format(head, 1, ENTRY.replace("CVE-2024-3094", "CVE-1")));
        refused(SeverityError.LIST_MALFORMED, String.format(head, 1, ENTRY.replace("2026-11-01", "soon")));
        refused(SeverityError.LIST_MALFORMED, String.format(head, 1, ENTRY).replace("2026-11-24", "now"));
        refused(SeverityError.LIST_MALFORMED, "[]");
        refused(SeverityError.LIST_MALFORMED, "{\"count\": 0}");
        refused(IntakeError.FILE_TRUNCATED, String.format(head, 1, ENTRY).substring(0, 150));
    }

    private static void refused(ErrorCode code, String text) {
        assertEquals(
                code,
                assertThrows(Refusal.class, () -> read(text, new ArrayList<>())).code());
    }

    private static ListEdition read(String text, List<KnownExploited> into) throws IOException {
        try (KevReader reader = new KevReader(Collected.file(text.getBytes(StandardCharsets.UTF_8)))) {
            reader.forEachRemaining(into::add);
            return reader.edition();
        }
    }
}
