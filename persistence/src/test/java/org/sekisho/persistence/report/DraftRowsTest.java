package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.report.RevisionContent;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.rating.Rating;
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

    private static final Evaluation RATED =
            new Evaluation("risk", 1, 7, Map.of("SEVERITY", "CRITICAL"), RiskTier.CRITICAL.name());

    private final Bench bench = new Bench();

    @Test
    void aReportMadeOfADraftIsAsOneThatSomebodyWrote() {
        ReportDraft draft = draft(bench.bank, CONTENT);
        imported(bench.analyst, bench.bank, 'a', List.of(1), List.of(draft), 41);
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
            assertEquals(RATED, rating.answer());
            assertEquals(Assessment.NONE, rating.said());
            assertEquals(made.current().sha256(), rating.revisionHash());
            // It goes on as any other.
            made.flow().triage(bench.reviewer, Bench.NOW);
            return true;
        });
    }

    @Test
    void whatIsDraftedIsSeenByNobodyElse() throws SQLException {
        UUID id = begin(bench.analyst, bench.bank, 'b');
        ReportDraft draft = draft(bench.bank, CONTENT);
        staged(bench.analyst, bench.bank, id, List.of(2), List.of(draft));
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
        imported(bench.analyst, bench.bank, 'c', List.of(3), List.of(draft(bench.bank, CONTENT)), 51);
        assertEquals(1, count(bench.reviewer, "", "report"));
        assertEquals(1, count(bench.reviewer, "", "report_content"));
        for (String table : List.of(
                "report",
                "report_content",
                "report_marker",
                "report_step",
                "report_rating",
                "finding",
                "report_import")) {
            assertEquals(0, count(bench.stranger, "", table), table);
            assertEquals(0, count(bench.official, "", table), table);
        }
        assertEquals(0, count(bench.coordinator, "", "report_content"));
    }

    @Test
    void numbersFollowTheFileAndOnlyWhatIsNewBecomesAReport() throws SQLException {
        imported(bench.analyst, bench.bank, 'd', List.of(4), List.of(draft(bench.bank, CONTENT)), 60);
        List<ReportDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            drafts.add(draft(bench.bank, ReportContent.of("Finding " + i, "")));
        }
        imported(bench.analyst, bench.bank, 'e', List.of(5, 4, 6, 5), drafts, 61);
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
            drafts.add(draft(bench.bank, CONTENT));
        }
        imported(bench.analyst, bench.bank, 'f', fingerprints, drafts, 1_000);
        assertEquals(1_000, count(bench.reviewer, "", "report"));
        assertEquals(1_000, count(bench.reviewer, "", "report_content"));
        assertEquals(3_000, count(bench.reviewer, "", "report_marker"));
        assertEquals(1_000, count(bench.reviewer, "", "report_step"));
    }

    private ReportDraft draft(UUID organisation, ReportContent content) {
        return ReportDraft.of(organisation, content, bench.vault);
    }

    private void imported(
            Actor by, UUID organisation, char digit, List<Integer> fingerprints, List<ReportDraft> drafts, int first) {
        UUID id = begin(by, organisation, digit);
        staged(by, organisation, id, fingerprints, drafts);
        bench.as(by, "", entities -> {
            Connection connection = entities.unwrap(Connection.class);
            for (String each : List.of(
                    IntakeRows.REPEATS_OF_PUBLISHED,
                    IntakeRows.REPEATS_WITHIN,
                    IntakeRows.REMOVE_REPEATED_DRAFTS,
                    IntakeRows.REMOVE_REPEATED,
                    DraftRows.REPORTS,
                    DraftRows.REVISIONS,
                    DraftRows.CONTENTS,
                    DraftRows.MARKERS,
                    DraftRows.STEPS,
                    DraftRows.RATINGS,
                    DraftRows.REMOVE,
                    IntakeRows.PUBLISH)) {
                run(connection, each, Map.of(":import", id, ":first", first, ":now", Bench.NOW));
            }
            run(
                    connection,
                    "update report_import set state = 'PUBLISHED', ended_at = heard_at where id = :import",
                    Map.of(":import", id));
            return true;
        });
    }

    private UUID begin(Actor by, UUID organisation, char digit) {
        UUID id = UUID.randomUUID();
        bench.as(by, "", entities -> {
            run(
                    entities.unwrap(Connection.class),
                    """
                    insert into report_import values (:import, 1, :organisation, :agreement, 1, 'SARIF', '', '', '', :person, :sha256, 1,
                        :now, :now, null, 'STAGING', 0, 0, 0, 0, '', '', 'AMBER', 1, 0, 0, '')
                    """,
                    Map.of(
                            ":import",
                            id,
                            ":organisation",
                            organisation,
                            ":agreement",
                            bench.agreement,
                            ":person",
                            by.requirePerson(),
                            ":sha256",
                            String.valueOf(digit).repeat(64),
                            ":now",
                            Bench.NOW));
            return true;
        });
        return id;
    }

    private void staged(Actor by, UUID organisation, UUID id, List<Integer> fingerprints, List<ReportDraft> drafts) {
        List<UUID> findings = drafts.stream().map(each -> UUID.randomUUID()).toList();
        bench.as(by, "", entities -> {
            Connection connection = entities.unwrap(Connection.class);
            List<String> items = new ArrayList<>();
            for (int i = 0; i < drafts.size(); i++) {
                items.add(Integer.toString(i));
            }
            run(
                    connection,
                    IntakeRows.STAGE,
                    Map.of(
                            ":import",
                            id,
                            ":organisation",
                            organisation,
                            ":ids",
                            joined(findings),
                            ":items",
                            joined(items),
                            ":fingerprints",
                            joined(fingerprints.stream()
                                    .map(each -> String.format("%064x", each))
                                    .toList()),
                            ":parts",
                            joined(items.stream().map(each -> "format").toList()),
                            ":scores",
                            joined(items.stream().map(each -> "98").toList()),
                            ":sealed",
                            joined(items.stream().map(each -> "00ff").toList())));
            run(
                    connection,
                    DraftRows.STAGE,
                    parameters(
                            ":import",
                            id,
                            ":organisation",
                            organisation,
                            ":ids",
                            joined(findings),
                            ":reports",
                            joined(drafts.stream().map(ReportDraft::report).toList()),
                            ":revisions",
                            joined(drafts.stream().map(ReportDraft::revision).toList()),
                            ":steps",
                            joined(drafts.stream().map(ReportDraft::step).toList()),
                            ":ratings",
                            joined(drafts.stream().map(ReportDraft::rating).toList()),
                            ":tiers",
                            joined(items.stream().map(each -> RATED.outcome()).toList()),
                            ":codes",
                            joined(items.stream().map(each -> RATED.table()).toList()),
                            ":versions",
                            joined(items.stream().map(each -> RATED.version()).toList()),
                            ":rows",
                            joined(items.stream().map(each -> RATED.row()).toList()),
                            ":inputs",
                            String.join(
                                    "\u001f",
                                    items.stream()
                                            .map(each -> Rating.text(RATED.inputs()))
                                            .toList()),
                            ":hashes",
                            joined(drafts.stream().map(ReportDraft::sha256).toList()),
                            ":sealed",
                            joined(drafts.stream()
                                    .map(each -> HexFormat.of().formatHex(each.sealed()))
                                    .toList()),
                            ":markers",
                            String.join(
                                    "\u001f",
                                    drafts.stream().map(ReportDraft::markers).toList())));
            return true;
        });
    }

    private long count(Actor as, String borrowed, String table) throws SQLException {
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            connection.setAutoCommit(false);
            bench.enter(connection, as, borrowed);
            String mine = Set.of(
                                    "report_content",
                                    "report_marker",
                                    "report_rating",
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

    private static Map<String, Object> parameters(Object... pairs) {
        Map<String, Object> parameters = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            parameters.put((String) pairs[i], pairs[i + 1]);
        }
        return parameters;
    }

    private static String joined(List<?> values) {
        return String.join(",", values.stream().map(String::valueOf).toList());
    }

    /** Puts the parameters in as the product's own queries have them: by name, the longest first. */
    private static void run(Connection connection, String sql, Map<String, ?> parameters) {
        List<String> names = new ArrayList<>(parameters.keySet());
        names.sort((one, other) -> other.length() - one.length());
        String text = sql;
        for (String name : names) {
            text = text.replace(name, "'" + String.valueOf(parameters.get(name)).replace("'", "''") + "'");
        }
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            statement.execute();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
