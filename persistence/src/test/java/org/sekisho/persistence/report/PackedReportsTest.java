package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.persistence.report.PackedReports.RENDERING;
import static org.sekisho.persistence.report.PackedReports.SECRET;
import static org.sekisho.persistence.report.PackedReports.document;
import static org.sekisho.persistence.report.PackedReports.november;
import static org.sekisho.persistence.report.PackedReports.records;
import static org.sekisho.persistence.report.PackedReports.values;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.NewReport;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.RevisionContent;
import org.sekisho.domain.report.decision.EscalationLevel;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.decision.ExploitationStage;
import org.sekisho.domain.report.escalation.Escalation;
import org.sekisho.domain.report.escalation.EvaluationCause;
import org.sekisho.domain.report.escalation.ReportEvaluation;
import org.sekisho.domain.report.review.Choice;
import org.sekisho.domain.report.review.Reviewer;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.json.JsonObject;

/** What an evidence pack holds of reports: the audited bank's of the agreement and period, as an auditor may read them, and nobody else's. */
class PackedReportsTest {

    private static final Instant LAST_YEAR = Bench.NOW.minus(Duration.ofDays(400));

    private final PackedReports packed = new PackedReports();
    private final Bench bench = packed.bench();
    private UUID report = UUID.randomUUID();

    @BeforeEach
    void aReport() {
        report = bench.inReview(RiskTier.HIGH, 1);
    }

    @Test
    void aReportIsFollowedFromArrivalToItsVotes() {
        bench.vote(bench.reviewer, report, bench.hash(report), Choice.AGREES);
        Map<String, String> pack = packed.pack("pack-collection");
        assertEquals(List.of(report.toString()), values(pack, "reports", "report"));
        assertEquals(List.of("Overflow"), values(pack, "reports", "title"));
        assertEquals(List.of("IN_REVIEW"), values(pack, "reports", "state"));
        assertEquals(List.of("RECEIVED", "TRIAGE", "IN_REVIEW"), values(pack, "steps", "state"));
        assertEquals(List.of("PASSED", "OPEN"), values(pack, "stages", "state"));
        assertEquals(List.of("AGREES"), values(pack, "votes", "choice"));
        assertEquals(List.of("Looked at"), values(pack, "votes", "reason"));
        assertEquals(values(pack, "revisions", "sha256"), values(pack, "votes", "sha256"));
        assertTrue(document(pack, "votes.csv").contains(",AGREES,"), () -> document(pack, "votes.csv"));
    }

    @Test
    void aVoteCoversTheLineThatItsRevisionNames() {
        bench.vote(bench.reviewer, report, bench.hash(report), Choice.AGREES);
        Map<String, String> pack = packed.pack("pack-collection");
        JsonObject revision = records(pack, "revisions").get(0);
        String line = document(pack, "contents.jsonl").lines().toList().get((int) revision.integer("line") - 1);
        assertEquals(values(pack, "votes", "sha256"), List.of(Sha256.hex(line.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void whatTheClauseMasksForAuditorsIsMaskedInTitlesTextsAndReasons() {
        bench.revise(bench.analyst, report, bench.hash(report), "Sign in with " + SECRET);
        bench.as(bench.reviewer, "", entities -> Bench.lock(entities, report)
                .flow()
                .reject(bench.reviewer, "It was " + SECRET, bench.vault, Bench.NOW));
        UUID titled = filed(bench.agreement, bench.bank, bench.analyst, "Found " + SECRET, Bench.NOW, true);
        Map<String, String> pack = packed.pack("pack-collection");
        assertEquals(3, values(pack, "revisions", "sha256").size());
        pack.forEach((name, text) -> assertFalse(text.contains(SECRET), name));
        assertTrue(document(pack, "contents.jsonl").contains("Sign in with [\u25a0 CREDENTIALS 1]"));
        assertTrue(values(pack, "steps", "reason").contains("It was [\u25a0 CREDENTIALS]"));
        assertTrue(values(pack, "reports", "title").contains("Found [\u25a0 CREDENTIALS]"), titled.toString());
        // The hash still names what was written.
        assertTrue(values(pack, "revisions", "sha256").contains(bench.hash(report)));
    }

    @Test
    void votesStayHiddenUntilTheirStageHasClosed() {
        UUID hidden = bench.inReview(RiskTier.HIGH, 2);
        bench.as(bench.reviewer, "review-decision", entities -> {
            Report found = Bench.lock(entities, hidden);
            return Bench.chainOf(entities, found)
                    .work()
                    .claim(new Reviewer(bench.reviewer, Rank.ANY, false), Bench.NOW);
        });
        bench.vote(bench.reviewer, hidden, bench.hash(hidden), Choice.AGREES);
        Map<String, String> before = packed.pack("pack-collection");
        assertEquals(List.of(), values(before, "votes", "vote"));
        assertEquals(List.of("null"), values(before, "seats", "ended"));
        bench.vote(bench.colleague, hidden, bench.hash(hidden), Choice.AGREES);
        Map<String, String> after = packed.pack("pack-collection");
        assertEquals(2, values(after, "votes", "vote").size());
        assertEquals(List.of("VOTED", "VOTED"), values(after, "seats", "ended"), "whoever votes takes a place");
    }

    @Test
    void escalationsAndReleasesStandWithTheHashOfWhatLeft() {
        escalate();
        packed.release(report);
        Map<String, String> pack = packed.pack("pack-collection");
        String sha256 = Sha256.hex(RENDERING);
        assertEquals(List.of("NOW"), values(pack, "escalations", "level"));
        assertEquals(List.of("NOW"), values(pack, "evaluations", "level"));
        assertEquals(List.of(sha256), values(pack, "escalation-documents", "sha256"));
        assertEquals(List.of("RELEASED"), values(pack, "releases", "state"));
        assertEquals(List.of(sha256), values(pack, "releases", "sha256"));
        assertEquals(List.of(sha256), values(pack, "release-approvals", "sha256"));
        assertEquals(List.of("RECEIVED"), values(pack, "release-receipts", "kind"));
        assertEquals(List.of("IN_EFFECT"), values(pack, "embargoes", "state"));
        assertEquals(1, values(pack, "embargo-participants", "organisation").size());
        pack.forEach((name, text) -> assertFalse(text.contains("rendering\":1"), name));
    }

    @Test
    void nothingOfOthersAndNothingOutOfThePeriodIsIn() throws SQLException {
        UUID other = anotherAgreement();
        filed(other, bench.bank, bench.analyst, "Of another agreement", Bench.NOW, true);
        filed(bench.agreement, bench.rival, bench.stranger, "Of another bank", Bench.NOW, false);
        filed(bench.agreement, bench.bank, bench.analyst, "Too late", Bench.NOW.plus(Duration.ofDays(60)), true);
        UUID past = filed(bench.agreement, bench.bank, bench.analyst, "Put away before", LAST_YEAR, true);
        bench.as(bench.reviewer, "", entities -> Bench.lock(entities, past)
                .flow()
                .reject(bench.reviewer, "No finding", bench.vault, LAST_YEAR.plus(Duration.ofDays(2))));
        UUID open = filed(bench.agreement, bench.bank, bench.analyst, "Open since last year", LAST_YEAR, true);
        Map<String, String> pack = packed.pack("pack-collection");
        assertEquals(List.of(open.toString(), report.toString()), values(pack, "reports", "report"));
        assertEquals(2, document(pack, "contents.jsonl").lines().count());
    }

    @Test
    void onlyThePeriodsEndCounts() {
        escalate();
        packed.release(report);
        LocalDate before =
                LocalDate.ofInstant(Bench.NOW, ZoneId.of("Asia/Tokyo")).minusDays(1);
        Map<String, String> pack = packed.pack(
                "pack-collection", new Period(before.minusDays(30), before), EnumSet.allOf(EvidenceSection.class));
        assertEquals(List.of(), values(pack, "reports", "report"));
        assertEquals(List.of(), values(pack, "releases", "release"));
    }

    @Test
    void whatTheEngagementDoesntLookAtIsOut() {
        escalate();
        Map<String, String> pack = packed.pack("pack-collection", november(), EnumSet.of(EvidenceSection.ESCALATIONS));
        assertEquals(
                Set.of("evaluations", "escalations", "escalation-steps", "escalation-documents"),
                pack.keySet().stream().map(name -> name.replaceAll("\\..*", "")).collect(Collectors.toSet()));
        assertEquals(Map.of(), packed.pack("pack-collection", november(), EnumSet.of(EvidenceSection.TRAINING)));
    }

    @Test
    void withoutTheReachOfTheCollectionAnAuditorSeesNoReport() {
        assertEquals(List.of(), values(packed.pack(""), "reports", "report"));
    }

    @Test
    void theSameRecordsGiveTheSameBytes() {
        bench.vote(bench.reviewer, report, bench.hash(report), Choice.AGREES);
        escalate();
        assertEquals(packed.pack("pack-collection"), packed.pack("pack-collection"));
    }

    private void escalate() {
        bench.as(bench.reviewer, "", entities -> {
            Report found = Bench.lock(entities, report);
            Evaluation answer =
                    new Evaluation("escalation", 1, 161, Map.of("EXPLOITATION", "ACTIVE"), EscalationLevel.NOW.name());
            ReportEvaluation by = new ReportEvaluation(
                    found, EvaluationCause.FILED, answer, ExploitationStage.NONE, Bench.NOW.plusSeconds(1));
            Escalation opened = new Escalation(found, by, Bench.NOW.plusSeconds(1));
            entities.persist(by);
            entities.persist(opened);
            entities.persist(opened.send(RENDERING, bench.vault, Bench.NOW.plusSeconds(1))
                    .orElseThrow());
            return opened.id();
        });
    }

    private UUID filed(UUID agreement, UUID owner, Actor author, String title, Instant when, boolean kept) {
        return bench.as(author, "", entities -> {
            ReportContent content = ReportContent.of(title, "A length isn't checked.");
            Report filed = new Report(
                    new NewReport(owner, agreement, Bench.nextNumber(), Optional.empty(), Tlp.AMBER, RiskTier.LOW),
                    content,
                    author,
                    when);
            entities.persist(filed);
            // The rival has no key here: what its report says is nobody's matter in these tests.
            if (kept) {
                entities.persist(new RevisionContent(filed.current(), content, bench.vault));
            }
            return filed.id();
        });
    }

    private UUID anotherAgreement() throws SQLException {
        UUID other = UUID.randomUUID();
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.run(
                    owner,
                    """
                    insert into agreement (id, version, number, title_en, title_ja, state, drafted_by_person_id, drafted_at, end_reason)
                    select ?, 0, 'AGR-2025-' || right(a.number, 6), 'T', 'T', 'IN_FORCE', a.drafted_by_person_id, a.drafted_at, '' from agreement a where a.id = ?
                    """,
                    other,
                    bench.agreement);
        }
        return other;
    }
}
