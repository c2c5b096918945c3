package org.sekisho.persistence.report;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportDraft;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.rating.Rating;

/** Imports drafts by the statements of the product, past its reader. */
final class Importing {

    static final Evaluation RATED =
            new Evaluation("risk", 1, 7, Map.of("SEVERITY", "CRITICAL"), RiskTier.CRITICAL.name());

    private final Bench bench;
    private String severity = "CRITICAL";

    Importing(Bench bench) {
        this.bench = bench;
    }

    /** How grave the next files call everything; nothing if empty. */
    Importing calling(String grave) {
        severity = grave;
        return this;
    }

    ReportDraft draft(UUID organisation, ReportContent content) {
        return ReportDraft.of(organisation, content, bench.vault);
    }

    /** How many rows of reports were written a second time. */
    long imported(
            Actor by, UUID organisation, char digit, List<Integer> fingerprints, List<ReportDraft> drafts, int first) {
        UUID id = begin(by, organisation, digit);
        staged(by, organisation, id, fingerprints, drafts);
        return bench.as(by, "", entities -> {
            Connection connection = entities.unwrap(Connection.class);
            long before = rewritten(entities);
            for (String each : List.of(
                    IntakeRows.RECURRENCES,
                    IntakeRows.REPEATS_OF_PUBLISHED,
                    IntakeRows.REPEATS_WITHIN,
                    IntakeRows.REMOVE_REPEATED_DRAFTS,
                    IntakeRows.REMOVE_REPEATED,
                    DraftRows.REPORTS,
                    DraftRows.REVISIONS,
                    DraftRows.ORIGINS,
                    DraftRows.CONTENTS,
                    DraftRows.MARKERS,
                    DraftRows.STEPS,
                    DraftRows.RATINGS,
                    DraftRows.REMOVE,
                    IntakeRows.PUBLISH,
                    IntakeRows.GRAVER)) {
                run(connection, each, Map.of(":import", id, ":first", first, ":now", Bench.NOW));
            }
            run(
                    connection,
                    "update report_import set state = 'PUBLISHED', ended_at = heard_at where id = :import",
                    Map.of(":import", id));
            return rewritten(entities) - before;
        });
    }

    /** With what former transactions of the connection haven't handed on yet. */
    private static long rewritten(EntityManager entities) {
        return ReviewQueueListsTest.sql(entities)
                .query("select n_tup_upd from pg_stat_xact_user_tables where relname = 'report'")
                .first(row -> row.number(0))
                .orElseThrow();
    }

    UUID begin(Actor by, UUID organisation, char digit) {
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

    void staged(Actor by, UUID organisation, UUID id, List<Integer> fingerprints, List<ReportDraft> drafts) {
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
                            ":severities",
                            joined(items.stream().map(each -> severity).toList()),
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
                            ":stated",
                            joined(items.stream().map(each -> "MEDIUM").toList()),
                            ":effects",
                            joined(items.stream().map(each -> "NOT_AFFECTED").toList()),
                            ":leftOut",
                            joined(items.stream().map(each -> "3").toList()),
                            ":tools",
                            String.join(
                                    "\u001f",
                                    items.stream().map(each -> "Probe").toList()),
                            ":toolVersions",
                            String.join(
                                    "\u001f", items.stream().map(each -> "5").toList()),
                            ":runs",
                            String.join("\u001f", items.stream().map(each -> "").toList()),
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
    static void run(Connection connection, String sql, Map<String, ?> parameters) {
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
