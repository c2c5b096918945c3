package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.LockModeType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.ApprovalNeeded;
import org.sekisho.domain.agreement.clause.Audience;
import org.sekisho.domain.agreement.clause.ExportClause;
import org.sekisho.domain.agreement.clause.ExportClause.Format;
import org.sekisho.domain.agreement.clause.ExportClause.Material;
import org.sekisho.domain.agreement.clause.ExportClause.Rule;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.evidence.CheckedContent;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSection;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.NewReport;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.RevisionContent;
import org.sekisho.domain.report.decision.EscalationLevel;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.decision.ExploitationStage;
import org.sekisho.domain.report.embargo.Embargo;
import org.sekisho.domain.report.escalation.Escalation;
import org.sekisho.domain.report.escalation.EvaluationCause;
import org.sekisho.domain.report.escalation.ReportEvaluation;
import org.sekisho.domain.report.redaction.Passage;
import org.sekisho.domain.report.redaction.Redactor;
import org.sekisho.domain.report.release.Recipient;
import org.sekisho.domain.report.release.Release;
import org.sekisho.domain.report.release.ReleaseOrder;
import org.sekisho.domain.report.review.Choice;
import org.sekisho.domain.report.review.Reviewer;
import org.sekisho.domain.shared.Subject;
import org.sekisho.persistence.assurance.ReportPackSection;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;

/** What an evidence pack holds of reports: the audited bank's of the agreement and period, as an auditor may read them, and nobody else's. */
class PackedReportsTest {

    private static final String SECRET = "hunter2-is-the-password";
    private static final byte[] RENDERING = "{\"rendering\":1}".getBytes(StandardCharsets.UTF_8);
    private static final Instant LAST_YEAR = Bench.NOW.minus(Duration.ofDays(400));

    private final Bench bench = new Bench();
    private final Actor ciso = bench.insertPerson(bench.bank, OrganisationKind.INSTITUTION, Role.CISO);
    private final UUID firm = UUID.randomUUID();
    private final Actor auditor = auditor();
    private UUID report = UUID.randomUUID();

    private Actor auditor() {
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.organisation(owner, firm, OrganisationKind.AUDIT_FIRM);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return bench.insertPerson(firm, OrganisationKind.AUDIT_FIRM, Role.AUDITOR);
    }

    @BeforeEach
    void aReport() {
        report = bench.inReview(RiskTier.HIGH, 1);
    }

    @Test
    void aReportIsFollowedFromArrivalToItsVotes() {
        bench.vote(bench.reviewer, report, bench.hash(report), Choice.AGREES);
        Map<String, String> pack = pack("pack-collection");
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
        Map<String, String> pack = pack("pack-collection");
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
        Map<String, String> pack = pack("pack-collection");
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
        Map<String, String> before = pack("pack-collection");
        assertEquals(List.of(), values(before, "votes", "vote"));
        assertEquals(List.of("null"), values(before, "seats", "ended"));
        bench.vote(bench.colleague, hidden, bench.hash(hidden), Choice.AGREES);
        Map<String, String> after = pack("pack-collection");
        assertEquals(2, values(after, "votes", "vote").size());
        assertEquals(List.of("VOTED"), values(after, "seats", "ended"));
    }

    @Test
    void escalationsAndReleasesStandWithTheHashOfWhatLeft() {
        escalate();
        release();
        Map<String, String> pack = pack("pack-collection");
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
        Map<String, String> pack = pack("pack-collection");
        assertEquals(List.of(open.toString(), report.toString()), values(pack, "reports", "report"));
        assertEquals(2, document(pack, "contents.jsonl").lines().count());
    }

    @Test
    void onlyThePeriodsEndCounts() {
        escalate();
        release();
        LocalDate before =
                LocalDate.ofInstant(Bench.NOW, ZoneId.of("Asia/Tokyo")).minusDays(1);
        Map<String, String> pack =
                pack("pack-collection", new Period(before.minusDays(30), before), EnumSet.allOf(EvidenceSection.class));
        assertEquals(List.of(), values(pack, "reports", "report"));
        assertEquals(List.of(), values(pack, "releases", "release"));
    }

    @Test
    void whatTheEngagementDoesntLookAtIsOut() {
        escalate();
        Map<String, String> pack = pack("pack-collection", november(), EnumSet.of(EvidenceSection.ESCALATIONS));
        assertEquals(
                Set.of("evaluations", "escalations", "escalation-steps", "escalation-documents"),
                pack.keySet().stream().map(name -> name.replaceAll("\\..*", "")).collect(Collectors.toSet()));
        assertEquals(Map.of(), pack("pack-collection", november(), EnumSet.of(EvidenceSection.TRAINING)));
    }

    @Test
    void withoutTheReachOfTheCollectionAnAuditorSeesNoReport() {
        assertEquals(List.of(), values(pack(""), "reports", "report"));
    }

    @Test
    void theSameRecordsGiveTheSameBytes() {
        bench.vote(bench.reviewer, report, bench.hash(report), Choice.AGREES);
        escalate();
        assertEquals(pack("pack-collection"), pack("pack-collection"));
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

    private void release() {
        UUID id = bench.as(bench.reviewer, "", entities -> {
            Rule rule = new Rule(
                    Role.SECURITY_REVIEWER,
                    Material.REPORT,
                    Audience.PEER,
                    List.of(new ApprovalNeeded(Role.CISO, 1)),
                    Set.of(Format.JSON),
                    100);
            Recipient to = new Recipient(bench.rival, OrganisationKind.INSTITUTION, Set.of());
            ReleaseOrder order = ReleaseOrder.under(
                    Optional.of(new ExportClause(List.of(rule))), bench.reviewer, to, Format.JSON, false);
            Report found = entities.find(Report.class, report);
            Release release = new Release(found, order, RENDERING, 0, bench.reviewer, Bench.NOW);
            entities.persist(release);
            entities.persist(release.keep(RENDERING, bench.vault));
            Embargo embargo = new Embargo(
                    found, Bench.NOW.plus(Duration.ofDays(20)), ZoneId.of("Asia/Tokyo"), bench.reviewer, Bench.NOW);
            embargo.ask(
                    bench.reviewer,
                    bench.rival,
                    OrganisationKind.INSTITUTION,
                    Bench.NOW.plus(Duration.ofDays(3)),
                    Bench.NOW);
            entities.persist(embargo);
            return release.id();
        });
        bench.as(ciso, "", entities -> {
            Release locked = entities.find(Release.class, id, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
            return locked.approval()
                    .approve(ciso, Role.CISO, locked.sha256(), entities.find(Report.class, report), true, Bench.NOW);
        });
        bench.as(bench.stranger, "", entities -> entities.find(
                        Release.class, id, LockModeType.PESSIMISTIC_FORCE_INCREMENT)
                .receipt()
                .received(bench.stranger, Bench.NOW));
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

    private static Period november() {
        return new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
    }

    private Map<String, String> pack(String borrowed) {
        return pack(borrowed, november(), EnumSet.allOf(EvidenceSection.class));
    }

    private Map<String, String> pack(String borrowed, Period period, Set<EvidenceSection> sections) {
        Kept kept = new Kept();
        return bench.as(auditor, borrowed, entities -> {
            ReportPackSection section = new ReportPackSection();
            TestUnit.inject(section, "sql", ReviewQueueListsTest.sql(entities));
            TestUnit.inject(section, "vault", bench.vault);
            Redactor finder = text -> {
                int at = text.indexOf(SECRET);
                return at < 0
                        ? List.of()
                        : List.of(new Passage(at, at + SECRET.length(), SensitiveMatter.CREDENTIALS, "planted"));
            };
            TestUnit.inject(section, "redactor", finder);
            section.collect(
                    new PackScope(
                            UUID.randomUUID(),
                            Optional.of(bench.agreement),
                            bench.bank,
                            period,
                            sections,
                            Tlp.AMBER,
                            Set.of(SensitiveMatter.CREDENTIALS),
                            Bench.NOW),
                    kept);
            return kept.documents;
        });
    }

    private static String document(Map<String, String> pack, String name) {
        return Objects.requireNonNull(pack.get(name), name);
    }

    private static List<JsonObject> records(Map<String, String> pack, String name) {
        return pack.getOrDefault(name + ".jsonl", "")
                .lines()
                .map(line -> (JsonObject) JsonReader.read(line))
                .toList();
    }

    private static List<String> values(Map<String, String> pack, String name, String member) {
        return records(pack, name).stream()
                .map(each -> each.findString(member).orElse("null"))
                .toList();
    }

    private static final class Kept implements PackSection.Sink {

        private final Map<String, String> documents = new TreeMap<>();

        @Override
        public void document(String name, PackSection.Document document) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                document.writeTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            documents.put(name, out.toString(StandardCharsets.UTF_8));
        }

        @Override
        public void file(String name, CheckedContent content, Subject source, Tlp label) {
            throw new UnsupportedOperationException("Reports have no files");
        }
    }
}
