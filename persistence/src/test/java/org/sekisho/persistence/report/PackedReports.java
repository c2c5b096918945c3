package org.sekisho.persistence.report;

import jakarta.persistence.LockModeType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
import org.sekisho.domain.agreement.clause.ApprovalNeeded;
import org.sekisho.domain.agreement.clause.Audience;
import org.sekisho.domain.agreement.clause.ExportClause;
import org.sekisho.domain.agreement.clause.ExportClause.Format;
import org.sekisho.domain.agreement.clause.ExportClause.Material;
import org.sekisho.domain.agreement.clause.ExportClause.Rule;
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
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.embargo.Embargo;
import org.sekisho.domain.report.redaction.Passage;
import org.sekisho.domain.report.redaction.Redactor;
import org.sekisho.domain.report.release.Recipient;
import org.sekisho.domain.report.release.Release;
import org.sekisho.domain.report.release.ReleaseOrder;
import org.sekisho.domain.shared.Subject;
import org.sekisho.persistence.assurance.ReportPackSection;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;

/** A bank with an auditor, and what the collection of a pack finds of its reports. */
final class PackedReports {

    /** What somebody wrote that auditors don't read. */
    static final String SECRET = "hunter2-is-the-password";

    /** What left, by releases of {@link #release}. */
    static final byte[] RENDERING = "{\"rendering\":1}".getBytes(StandardCharsets.UTF_8);

    private final Bench bench = new Bench();
    private final Actor ciso = bench.insertPerson(bench.bank, OrganisationKind.INSTITUTION, Role.CISO);
    private final UUID firm = UUID.randomUUID();
    private final Actor auditor = newAuditor();

    Bench bench() {
        return bench;
    }

    Actor auditor() {
        return auditor;
    }

    private Actor newAuditor() {
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.organisation(owner, firm, OrganisationKind.AUDIT_FIRM);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return bench.insertPerson(firm, OrganisationKind.AUDIT_FIRM, Role.AUDITOR);
    }

    /** Releases a report to the rival, which confirms receipt, under an embargo that the rival is asked to keep for twenty days. */
    void release(UUID report) {
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
            return release.id();
        });
        bench.as(ciso, "", entities -> {
            Release locked = entities.find(Release.class, id, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
            return locked.approval()
                    .approve(ciso, Role.CISO, locked.sha256(), entities.find(Report.class, report), true, Bench.NOW);
        });
        // Only then: under an embargo nothing would leave for who hasn't answered yet.
        bench.as(bench.reviewer, "", entities -> {
            Embargo embargo = new Embargo(
                    entities.find(Report.class, report),
                    Bench.NOW.plus(Duration.ofDays(20)),
                    ZoneId.of("Asia/Tokyo"),
                    bench.reviewer,
                    Bench.NOW);
            embargo.ask(
                    bench.reviewer,
                    bench.rival,
                    OrganisationKind.INSTITUTION,
                    Bench.NOW.plus(Duration.ofDays(3)),
                    Bench.NOW);
            entities.persist(embargo);
            return embargo.id();
        });
        bench.as(bench.stranger, "", entities -> entities.find(
                        Release.class, id, LockModeType.PESSIMISTIC_FORCE_INCREMENT)
                .receipt()
                .received(bench.stranger, Bench.NOW));
    }

    static Period november() {
        return new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
    }

    Map<String, String> pack(String borrowed) {
        return pack(borrowed, november(), EnumSet.allOf(EvidenceSection.class));
    }

    Map<String, String> pack(String borrowed, Period period, Set<EvidenceSection> sections) {
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

    static String document(Map<String, String> pack, String name) {
        return Objects.requireNonNull(pack.get(name), name);
    }

    static List<JsonObject> records(Map<String, String> pack, String name) {
        return pack.getOrDefault(name + ".jsonl", "")
                .lines()
                .map(line -> (JsonObject) JsonReader.read(line))
                .toList();
    }

    static List<String> values(Map<String, String> pack, String name, String member) {
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
