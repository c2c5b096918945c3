package org.sekisho.domain.assurance.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Audit;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.assurance.engagement.IndependenceRules;
import org.sekisho.domain.assurance.evidence.CheckedContent;
import org.sekisho.domain.assurance.evidence.EvidenceItem;
import org.sekisho.domain.assurance.evidence.FileType;

class PackLayoutTest {

    private static final UUID ID = UUID.fromString("01932f00-0000-7000-8000-f3a91c02be77");

    @Test
    void titleStaysReadableInTheNameOfItsFile() {
        assertEquals("f3a91c02be77-研修記録（8月）.pdf", PackLayout.name(ID, "研修記録（8月）", "pdf"));
        assertEquals("f3a91c02be77-Training.pdf", PackLayout.name(ID, "Training.PDF", "pdf"));
        assertEquals("f3a91c02be77-pdf.pdf", PackLayout.name(ID, "pdf", "pdf"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "a/b\\c:d*e?f\"g<h>i|j",
                "50% of it",
                "two\nlines\r\t",
                "\u202Egnp.exe",
                "CON",
                "...",
                " ",
                "\uD83D\uDE00",
                "か\u3099",
                "\u2028"
            })
    void everyTitleGivesASafePath(String title) {
        String path = PackLayout.path(PackLayout.EVIDENCE, "training/" + PackLayout.name(ID, title, "pdf"));
        assertTrue(PackLayout.isSafe(path), path);
        assertTrue(path.startsWith("data/evidence/training/f3a91c02be77-"), path);
        assertTrue(path.endsWith(".pdf"), path);
    }

    @Test
    void longTitleIsCutBetweenCharacters() {
        String name = PackLayout.name(ID, "研".repeat(300), "pdf");
        assertTrue(name.getBytes(StandardCharsets.UTF_8).length <= 200);
        assertTrue(name.matches("f3a91c02be77-研+\\.pdf"));
    }

    @Test
    void equalTitlesAreKeptApart() {
        String other = PackLayout.name(UUID.fromString("01932f00-0000-7000-8000-000000000001"), "a", "pdf");
        assertEquals("000000000001-a.pdf", other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Evidence", "a/b", "..", "証拠"})
    void folderIsASimpleWord(String folder) {
        Refused.with(AssuranceError.PACK_PATH_UNSAFE, () -> PackLayout.path(folder, "a.txt"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a", "a//b", "a%b", "/a"})
    void nameIsARelativePath(String name) {
        Refused.with(AssuranceError.PACK_PATH_UNSAFE, () -> PackLayout.path(PackLayout.GRANTS, name));
    }

    @ParameterizedTest
    @EnumSource(EvidenceSection.class)
    void everySectionHasAFolder(EvidenceSection section) {
        assertTrue(PackLayout.isSafe(PackLayout.path(PackLayout.EVIDENCE, section.folder() + "/a.txt")));
    }

    @Test
    void evidenceLiesInTheFolderOfItsSection() {
        Period august = new Period(Audit.PERIOD.first(), Audit.PERIOD.first());
        EvidenceItem item = EvidenceItem.receive(
                Audit.BANKER,
                Audit.in(EngagementState.FIELDWORK),
                new EvidenceItem.Claim(Audit.BANK, EvidenceSection.PLAYBOOK_EXERCISES, "", august, Tlp.AMBER),
                new CheckedContent(FileType.XLSX, 1, "ab".repeat(32), 0),
                Audit.NOVEMBER);
        String name = PackLayout.evidence(item, "机上演習.xlsx");
        assertTrue(name.matches("playbook-exercises/[0-9a-f]{12}-机上演習\\.xlsx"), name);
    }

    @Test
    void topFolderNamesTheEngagement() {
        assertEquals("AUD-2026-Q2-f3a91c02be77", PackLayout.top(Audit.scheduled(), ID));
        Engagement odd = new Engagement(
                Optional.of(Audit.AGREEMENT),
                "監査 1",
                Audit.COMMISSION,
                Audit.terms(),
                new IndependenceRules(1, 12),
                1,
                Audit.SEPTEMBER);
        assertEquals("AUD-f3a91c02be77", PackLayout.top(odd, ID));
    }
}
