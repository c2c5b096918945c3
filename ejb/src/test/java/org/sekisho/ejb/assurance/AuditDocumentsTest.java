package org.sekisho.ejb.assurance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.control.DeliveredCatalogue;
import org.sekisho.domain.assurance.finding.ActionRow;
import org.sekisho.domain.assurance.finding.ActionState;
import org.sekisho.domain.assurance.finding.FindingDays;
import org.sekisho.domain.assurance.finding.FindingSeverity;
import org.sekisho.domain.assurance.finding.FindingWords;
import org.sekisho.domain.assurance.finding.FindingWords.Part;
import org.sekisho.domain.assurance.finding.Position;
import org.sekisho.domain.assurance.pack.EntryList.Entry;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.document.PdfDocument;
import org.sekisho.ejb.document.PdfText;
import org.sekisho.ejb.document.PdfText.Fact;
import org.sekisho.ejb.document.VeraPdf;
import org.sekisho.ejb.shared.Phrases;

/** The documents of audits, in both languages one after the other, are PDF/A-2b. */
class AuditDocumentsTest {

    private static final Instant NOW = Instant.parse("2026-11-28T05:00:00.123456Z");
    private static final String SAID = "権限の見直しが二か月遅れ、退職者の権限が残っていました。Rights of leavers were kept. ";
    private static final List<Fact> FACTS = List.of(
            new Fact("Number / 番号", "AUD-2026-0004"),
            new Fact("Criteria / 規準", SAID.repeat(20)),
            new Fact("Period / 対象期間", "1 July 2026 – 30 September 2026"));

    @Test
    void aPacksSummaryIsPdfA() throws IOException {
        List<Entry> entries = IntStream.range(0, 300)
                .mapToObj(each -> new Entry(
                        "data/folder-" + each % 60 + "/版-" + each + ".json",
                        "ab".repeat(32),
                        1_000_000L * each,
                        0,
                        new Subject("pack-document", new UUID(0, each)),
                        Tlp.AMBER))
                .toList();
        SortedMap<String, Long> records = new TreeMap<>(Map.of(
                "data/agreement/versions.jsonl", 2L,
                "data/agreement/signatures.jsonl", 1_234_567L,
                "data/agreement/signatures.csv", 1_234_567L));
        PdfText text = new PdfText("AUD-2026-0004").label(Tlp.AMBER);
        for (ReadingLanguage language : ReadingLanguage.values()) {
            PackSummary.write(text, PackSummary.words(language), "AUD-2026-0004", FACTS, entries, records);
        }
        VeraPdf.assertConforms(bytes(text));
    }

    @Test
    void aClosingReportIsPdfA() throws IOException {
        PdfText text = new PdfText("AUD-2026-0004").label(PackScope.USUAL_LABEL);
        for (ReadingLanguage language : ReadingLanguage.values()) {
            Phrases words = PackSummary.words(language);
            ClosingReport.write(text, words, "AUD-2026-0004", FACTS, List.of(SAID, SAID.repeat(10)), List.of());
            ClosingReport.write(
                    text,
                    words,
                    "AUD-2026-0004",
                    FACTS,
                    List.of(SAID),
                    Arrays.stream(FindingSeverity.values())
                            .map(AuditDocumentsTest::told)
                            .toList());
        }
        VeraPdf.assertConforms(bytes(text));
    }

    private static ClosingReport.Told told(FindingSeverity severity) {
        LocalDate day = LocalDate.of(2026, 12, 1);
        Map<Part, String> parts = Arrays.stream(Part.values())
                .collect(Collectors.toMap(part -> part, part -> SAID.repeat(part == Part.TITLE ? 1 : 20)));
        return new ClosingReport.Told(
                severity.ordinal() + 1,
                severity,
                EvidenceSection.GRANTS,
                DeliveredCatalogue.catalogue().in(List.of(EvidenceSection.GRANTS)),
                Optional.of(new FindingDays(day, day.plusDays(10), day.plusDays(50))),
                Optional.of(Position.AGREED),
                new FindingWords(parts),
                Optional.of(SAID.repeat(8)),
                Arrays.stream(ActionState.values())
                        .map(state -> new ClosingReport.Planned(action(state, day), SAID.repeat(4)))
                        .toList());
    }

    private static ActionRow action(ActionState state, LocalDate day) {
        return new ActionRow(
                new UUID(0, 1),
                new UUID(0, 2),
                "AUD-2026-0004",
                new UUID(0, 3),
                1,
                state.ordinal() + 1,
                new UUID(0, 4),
                "あおば",
                FindingSeverity.HIGH,
                day,
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static byte[] bytes(PdfText text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfDocument.write(text, NOW, out);
        return out.toByteArray();
    }
}
