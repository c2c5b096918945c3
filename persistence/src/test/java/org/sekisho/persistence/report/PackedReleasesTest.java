package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.persistence.report.PackedReports.RENDERING;
import static org.sekisho.persistence.report.PackedReports.SECRET;
import static org.sekisho.persistence.report.PackedReports.document;
import static org.sekisho.persistence.report.PackedReports.november;
import static org.sekisho.persistence.report.PackedReports.records;
import static org.sekisho.persistence.report.PackedReports.values;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.disclosure.DisclosureCase;
import org.sekisho.domain.report.disclosure.DisclosureContent;
import org.sekisho.domain.report.disclosure.NotifiedParty;
import org.sekisho.domain.report.embargo.Embargo;
import org.sekisho.domain.shared.Days;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.json.JsonObject;

/** What an evidence pack holds of what left: releases, embargoes and disclosures, each as it was at the period's end. */
class PackedReleasesTest {

    private final PackedReports packed = new PackedReports();
    private final Bench bench = packed.bench();
    private UUID report = UUID.randomUUID();

    @BeforeEach
    void aReport() {
        report = bench.inReview(RiskTier.HIGH, 1);
    }

    @Test
    void anEmbargoStandsAsItWasAtThePeriodsEnd() {
        packed.release(report);
        UUID embargo = bench.as(
                bench.reviewer,
                "",
                entities -> UUID.fromString(entities.createNativeQuery(
                                "select cast(id as text) from embargo where report_id = '" + report + "'")
                        .getSingleResult()
                        .toString()));
        Instant agreed = Bench.NOW.plus(Duration.ofDays(20));
        bench.as(bench.stranger, "", entities -> locked(entities, embargo)
                .answer(bench.stranger, true, agreed, Bench.NOW.plusSeconds(60)));
        Map<String, String> before = packed.pack("pack-collection");
        Instant afterwards = Bench.NOW.plus(Duration.ofDays(8));
        Instant later = agreed.plus(Duration.ofDays(30));
        bench.as(bench.reviewer, "", entities -> locked(entities, embargo)
                .extend(bench.reviewer, later, afterwards.plus(Duration.ofDays(2)), afterwards));
        Map<String, String> after = packed.pack("pack-collection");
        assertEquals(List.of(agreed.toString()), values(after, "embargoes", "until"));
        assertEquals(List.of(agreed.toString()), values(after, "embargo-participants", "agreedUntil"));
        assertEquals(List.of("PROPOSED", "ASKED", "ACCEPTED"), values(after, "embargo-steps", "kind"));
        assertEquals(before, after);

        LocalDate day = LocalDate.of(2026, 12, 31);
        Map<String, String> next = packed.pack(
                "pack-collection", new Period(LocalDate.of(2026, 12, 1), day), EnumSet.allOf(EvidenceSection.class));
        assertEquals(List.of(later.toString()), values(next, "embargoes", "until"));
        // What was agreed to binds on; to the new end nobody has answered.
        assertEquals(List.of(agreed.toString()), values(next, "embargo-participants", "agreedUntil"));
        assertEquals(List.of("null"), values(next, "embargo-participants", "answeredAt"));
    }

    private static Embargo locked(EntityManager entities, UUID embargo) {
        return entities.find(Embargo.class, embargo, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    @Test
    void whatAReleaseSaidStandsBesideTheHashOfWhatLeft() {
        bench.revise(bench.analyst, report, bench.hash(report), "Sign in with " + SECRET);
        packed.release(report);
        Map<String, String> pack = packed.pack("pack-collection", november(), EnumSet.of(EvidenceSection.RELEASES));
        JsonObject said = records(pack, "release-contents").get(0);
        assertEquals(Sha256.hex(RENDERING), said.string("sha256"));
        assertEquals(values(pack, "releases", "release"), List.of(said.string("release")));
        String text = document(pack, "release-contents.jsonl");
        assertTrue(text.contains("Sign in with [\u25a0 CREDENTIALS 1]"), text);
        pack.forEach((name, document) -> assertFalse(document.contains(SECRET), name));
    }

    @Test
    void aDisclosureIsToldAsItWasAtThePeriodsEnd() {
        UUID disclosure = disclose();
        Map<String, String> before = packed.pack("pack-collection");
        assertEquals(List.of("NOTIFIED"), values(before, "disclosures", "state"));
        assertEquals(List.of("2026-11-27"), values(before, "disclosures", "developerTold"));
        assertEquals(List.of("JVN#12345678"), values(before, "disclosures", "jvn"));
        assertEquals(List.of("CVE-2026-0001"), values(before, "disclosures", "cves"));
        assertEquals(List.of("2026-12-20"), values(before, "disclosures", "publication"));
        assertEquals(List.of("Router 7"), values(before, "disclosures", "product"));
        assertEquals(List.of("It answers to [\u25a0 CREDENTIALS]"), values(before, "disclosures", "summary"));
        assertEquals(
                List.of("OPENED", "NOTIFIED", "NUMBERED", "SCHEDULED"), values(before, "disclosure-steps", "kind"));
        assertEquals(
                List.of("null", "By mail, with [\u25a0 CREDENTIALS]", "null", "null"),
                values(before, "disclosure-steps", "reason"));
        before.forEach((name, text) -> assertFalse(text.contains(SECRET), name));
        assertTrue(
                document(before, "disclosures.csv").contains(",NOTIFIED,"), () -> document(before, "disclosures.csv"));

        Instant afterwards = Bench.NOW.plus(Duration.ofDays(8));
        bench.as(bench.reviewer, "", entities -> {
            DisclosureCase mine =
                    entities.find(DisclosureCase.class, disclosure, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
            mine.told(bench.reviewer, NotifiedParty.JPCERT_CC, Days.of(afterwards), "", bench.vault, afterwards);
            mine.number(bench.reviewer, "JVN#87654321", List.of(), afterwards);
            mine.schedule(bench.reviewer, LocalDate.of(2027, 1, 20), Optional.empty(), afterwards);
            return mine.show(bench.reviewer, afterwards);
        });
        assertEquals(before, packed.pack("pack-collection"));
        Map<String, String> next = packed.pack(
                "pack-collection",
                new Period(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31)),
                EnumSet.of(EvidenceSection.RELEASES));
        assertEquals(List.of("COORDINATED"), values(next, "disclosures", "state"));
        assertEquals(List.of("JVN#87654321"), values(next, "disclosures", "jvn"));
        assertEquals(List.of("2027-01-20"), values(next, "disclosures", "publication"));
    }

    @Test
    void withoutTheReachOfTheCollectionAnAuditorSeesNoDisclosureAndNoStepOfAnEmbargo() {
        disclose();
        packed.release(report);
        for (String table : List.of("disclosure_case", "disclosure_content", "disclosure_step", "embargo_step")) {
            assertEquals("0", counted("", table), table);
            assertNotEquals("0", counted("pack-collection", table), table);
        }
    }

    private String counted(String borrowed, String table) {
        return bench.as(
                packed.auditor(), borrowed, entities -> entities.createNativeQuery("select count(*) from " + table)
                        .getSingleResult()
                        .toString());
    }

    private UUID disclose() {
        return bench.as(bench.reviewer, "", entities -> {
            DisclosureCase opened = new DisclosureCase(entities.find(Report.class, report), bench.reviewer, Bench.NOW);
            entities.persist(opened);
            entities.persist(opened.keep(
                    new DisclosureContent.Words("Router 7", "Example", "It answers to " + SECRET), bench.vault));
            opened.told(
                    bench.reviewer,
                    NotifiedParty.DEVELOPER,
                    Days.of(Bench.NOW),
                    "By mail, with " + SECRET,
                    bench.vault,
                    Bench.NOW.plusSeconds(1));
            opened.number(bench.reviewer, "JVN#12345678", List.of("CVE-2026-0001"), Bench.NOW.plusSeconds(2));
            opened.schedule(bench.reviewer, LocalDate.of(2026, 12, 20), Optional.empty(), Bench.NOW.plusSeconds(3));
            return opened.id();
        });
    }
}
