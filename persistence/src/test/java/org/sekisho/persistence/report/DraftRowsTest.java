package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.NewReport;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportDraft;
import org.sekisho.domain.report.ReportOrigin;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.report.RevisionContent;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.intake.Finding;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.report.rating.Rating;
import org.sekisho.domain.report.severity.CvssSeverity;
import org.sekisho.persistence.shared.TestDatabase;

/** Reports made of drafts by a few statements, on a real PostgreSQL, as the application's role and under its policies. */
class DraftRowsTest {

    private static final ReportContent CONTENT = new ReportContent(
            "Overflow, 桁あふれ",
            "A length isn't checked: \"x\" \\ \u2028",
            "",
            "",
            List.of("CVE-2026-1234"),
            List.of("CWE-787"),
            List.of("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
            List.of(new ReportContent.Component("lib, \"quoted\"", "1", "pkg:generic/lib")),
            List.of(),
            List.of(),
            List.of());

    private final Bench bench = new Bench();
    private final Importing importing = new Importing(bench);

    @Test
    void aReportMadeOfADraftIsAsOneThatSomebodyWrote() {
        ReportDraft draft = importing.draft(bench.bank, CONTENT);
        importing.imported(bench.analyst, bench.bank, 'a', List.of(1), List.of(draft), 41);
        Report written = new Report(
                new NewReport(bench.bank, bench.agreement, 41, Optional.empty(), Tlp.AMBER, RiskTier.CRITICAL),
                CONTENT,
                bench.analyst,
                Bench.NOW);
        bench.as(bench.reviewer, "", entities -> {
            Report made = entities.find(Report.class, draft.report());
            assertEquals(written.current().sha256(), made.current().sha256());
            assertEquals(written.current().author(), made.current().author());
            assertEquals(written.current().authorOrganisation(), made.current().authorOrganisation());
            assertEquals(Set.copyOf(written.markers()), Set.copyOf(made.markers()));
            assertEquals(ReportState.RECEIVED, made.state());
            assertEquals(41, made.number());
            assertEquals(RiskTier.CRITICAL, made.tier());
            assertEquals(Tlp.AMBER, made.label());
            assertEquals(Bench.NOW, made.receivedAt());
            assertEquals(1, made.steps().size());
            assertEquals(written.steps().get(0).person(), made.steps().get(0).person());
            assertTrue(made.origin().isPresent());
            RevisionContent content =
                    entities.find(RevisionContent.class, made.current().id());
            assertEquals(CONTENT, content.open(made.current(), bench.vault));
            Rating rating = entities.createQuery("select r from Rating r where r.report = :report", Rating.class)
                    .setParameter("report", made.id())
                    .getSingleResult();
            assertEquals(Importing.RATED, rating.answer());
            assertEquals(Assessment.NONE, rating.said());
            assertEquals(made.current().sha256(), rating.revisionHash());
            // It goes on as any other.
            made.flow().triage(bench.reviewer, Bench.NOW);
            return true;
        });
    }

    @Test
    void whatIsDraftedIsSeenByNobodyElse() throws SQLException {
        UUID id = importing.begin(bench.analyst, bench.bank, 'b');
        ReportDraft draft = importing.draft(bench.bank, CONTENT);
        importing.staged(bench.analyst, bench.bank, id, List.of(2), List.of(draft));
        assertEquals(1, count(bench.analyst, "", "finding_draft"));
        assertEquals(0, count(bench.reviewer, "", "finding_draft"), "a colleague");
        assertEquals(1, count(bench.reviewer, "import-remains", "finding_draft"), "who takes the remains away");
        for (Actor other : List.of(bench.stranger, bench.official, bench.coordinator)) {
            assertEquals(0, count(other, "", "finding_draft"));
            assertEquals(0, count(other, "import-remains", "finding_draft"));
            assertEquals(0, count(other, "", "report_import"));
        }
    }

    @Test
    void aRivalSeesNothingOfWhatWasPublishedAndTheSameFindingIsItsOwn() throws SQLException {
        importing.imported(
                bench.analyst, bench.bank, 'c', List.of(3), List.of(importing.draft(bench.bank, CONTENT)), 51);
        assertEquals(1, count(bench.reviewer, "", "report"));
        assertEquals(1, count(bench.reviewer, "", "report_content"));
        for (String table : List.of(
                "report",
                "report_content",
                "report_marker",
                "report_step",
                "report_rating",
                "report_origin",
                "finding",
                "report_import")) {
            assertEquals(0, count(bench.stranger, "", table), table);
            assertEquals(0, count(bench.official, "", table), table);
        }
        assertEquals(0, count(bench.coordinator, "", "report_content"));
        assertEquals(0, count(bench.coordinator, "", "report_origin"));
    }

    @Test
    void whereItComesFromIsReadByWhoeverReadsIt() throws SQLException {
        ReportDraft draft = importing.draft(bench.bank, CONTENT);
        importing.imported(bench.analyst, bench.bank, '9', List.of(9), List.of(draft), 70);
        bench.as(bench.reviewer, "", entities -> {
            ReportOrigin origin = entities.find(ReportOrigin.class, draft.report());
            assertEquals(1, origin.provenance().agreementVersion());
            assertEquals("Probe", origin.provenance().tool(), "what the file says, where nobody else did");
            assertEquals("5", origin.provenance().toolVersion());
            assertEquals(bench.analyst.requirePerson(), origin.operator());
            assertEquals(Optional.of(SourceFormat.SARIF), origin.format());
            assertEquals(Optional.of(0L), origin.item());
            assertEquals(Optional.of(CvssSeverity.MEDIUM), origin.statedSeverity());
            assertEquals(Optional.of(Finding.Standing.NOT_AFFECTED), origin.statedEffect());
            assertEquals(3, origin.leftOut());
            return true;
        });
        assertEquals(0, count(bench.official, "", "report_origin"), "before the authority's stage");
        bench.as(bench.reviewer, "", entities -> {
            entities.find(Report.class, draft.report()).showToAuthority(Bench.NOW);
            return true;
        });
        assertEquals(1, count(bench.official, "", "report_origin"));
        assertEquals(0, count(bench.official, "", "report_import"), "the file stays the institution's own");
        assertEquals(0, count(bench.stranger, "", "report_origin"));
    }

    @Test
    void numbersFollowTheFileAndOnlyWhatIsNewBecomesAReport() throws SQLException {
        importing.imported(
                bench.analyst, bench.bank, 'd', List.of(4), List.of(importing.draft(bench.bank, CONTENT)), 60);
        List<ReportDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            drafts.add(importing.draft(bench.bank, ReportContent.of("Finding " + i, "")));
        }
        importing.imported(bench.analyst, bench.bank, 'e', List.of(5, 4, 6, 5), drafts, 61);
        assertEquals(3, count(bench.reviewer, "", "report"));
        assertEquals(0, count(bench.analyst, "", "finding_draft"), "none is left over");
        bench.as(bench.reviewer, "", entities -> {
            assertEquals(61, entities.find(Report.class, drafts.get(0).report()).number());
            assertEquals(62, entities.find(Report.class, drafts.get(2).report()).number());
            return true;
        });
    }

    @Test
    void aThousandAreMadeByTheSameFewStatements() throws SQLException {
        List<Integer> fingerprints = new ArrayList<>();
        List<ReportDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            fingerprints.add(1_000 + i);
            drafts.add(importing.draft(bench.bank, CONTENT));
        }
        assertEquals(
                0,
                importing.imported(bench.analyst, bench.bank, 'f', fingerprints, drafts, 1_000),
                "no report is written twice");
        assertEquals(1_000, count(bench.reviewer, "", "report"));
        assertEquals(1_000, count(bench.reviewer, "", "report_content"));
        assertEquals(3_000, count(bench.reviewer, "", "report_marker"));
        assertEquals(1_000, count(bench.reviewer, "", "report_step"));
    }

    private long count(Actor as, String borrowed, String table) throws SQLException {
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            connection.setAutoCommit(false);
            bench.enter(connection, as, borrowed);
            String mine = Set.of(
                                    "report_content",
                                    "report_marker",
                                    "report_rating",
                                    "report_origin",
                                    "finding_draft",
                                    "finding",
                                    "report_import",
                                    "report")
                            .contains(table)
                    ? " where organisation_id = '" + bench.bank + "'"
                    : "";
            try (ResultSet row = connection.createStatement().executeQuery("select count(*) from " + table + mine)) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
