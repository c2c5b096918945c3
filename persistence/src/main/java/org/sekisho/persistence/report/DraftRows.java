package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sekisho.domain.report.ReportDraft;
import org.sekisho.domain.report.Reports;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.intake.Intake;
import org.sekisho.domain.report.intake.RatedFinding;
import org.sekisho.domain.report.rating.Rating;
import org.sekisho.persistence.shared.Sql;

/** The drafts of the reports that findings become, and the reports that are made of them: one statement for each table. */
@ApplicationScoped
class DraftRows {

    /** Markers and inputs of each draft are JSON, which has commas of its own: between them stands a character that JSON has not. */
    private static final String BETWEEN = "\u001f";

    /** The list of a single empty text is an empty list to the database. */
    static final String STAGE =
            """
            insert into finding_draft (finding_id, import_id, organisation_id, report_id, revision_id, step_id, rating_id, tier, table_code, table_version, table_row,
                                       inputs, stated_severity, stated_effect, left_out, tool, tool_version, run, sha256, sealed, markers)
            select cast(t.id as uuid), cast(:import as uuid), cast(:organisation as uuid), cast(t.report as uuid), cast(t.revision as uuid),
                   cast(t.step as uuid), cast(t.rating as uuid), t.tier, t.code, cast(t.version as integer), cast(t.row as integer), t.inputs,
                   nullif(t.stated, ''), nullif(t.effect, 'UNSAID'), cast(t.left_out as integer), coalesce(t.tool, ''), coalesce(t.tool_version, ''), coalesce(t.run, ''), t.sha256, decode(t.sealed, 'hex'), cast(t.markers as jsonb)
            from unnest(string_to_array(:ids, ','), string_to_array(:reports, ','), string_to_array(:revisions, ','),
                        string_to_array(:steps, ','), string_to_array(:ratings, ','), string_to_array(:tiers, ','),
                        string_to_array(:codes, ','), string_to_array(:versions, ','), string_to_array(:rows, ','),
                        string_to_array(:inputs, chr(31)), string_to_array(:stated, ','), string_to_array(:effects, ','), string_to_array(:leftOut, ','),
                        string_to_array(:tools, chr(31)), string_to_array(:toolVersions, chr(31)),
                        string_to_array(:runs, chr(31)), string_to_array(:hashes, ','), string_to_array(:sealed, ','),
                        string_to_array(:markers, chr(31)))
                as t (id, report, revision, step, rating, tier, code, version, row, inputs, stated, effect, left_out, tool, tool_version, run, sha256, sealed, markers)
            """;

    /** Numbers follow the order of the file. The row's version is what a new entity has. */
    static final String REPORTS =
            """
            insert into report (id, row_version, organisation_id, agreement_id, number, origin_id, label, tier, state, received_at, state_at,
                                current_revision_id)
            select d.report_id, 1, i.organisation_id, i.agreement_id, cast(:first as integer) - 1 + cast(row_number() over (order by f.item) as integer),
                   f.id, i.label, d.tier, 'RECEIVED', cast(:now as timestamptz), cast(:now as timestamptz), d.revision_id
            from finding_draft d join finding f on f.id = d.finding_id join report_import i on i.id = d.import_id
            where d.import_id = :import
            """;

    static final String REVISIONS =
            """
            insert into report_revision (id, report_id, number, sha256, author_person_id, author_organisation_id, written_at)
            select d.revision_id, d.report_id, 1, d.sha256, i.operator_person_id, i.organisation_id, cast(:now as timestamptz)
            from finding_draft d join report_import i on i.id = d.import_id where d.import_id = :import
            """;

    /** What whoever imports names goes before what the file says, and a version goes with the tool that it is of. */
    static final String ORIGINS =
            """
            insert into report_origin (report_id, organisation_id, agreement_version, environment, tool, tool_version, run, operator_person_id, import_id,
                                       item, format, stated_severity, stated_effect, left_out)
            select d.report_id, i.organisation_id, i.agreement_version, i.environment, coalesce(nullif(i.tool, ''), d.tool),
                   case when i.tool = '' and i.tool_version = '' then d.tool_version else i.tool_version end, coalesce(nullif(i.run, ''), d.run),
                   i.operator_person_id, i.id, f.item, i.format, d.stated_severity, d.stated_effect, d.left_out
            from finding_draft d join finding f on f.id = d.finding_id join report_import i on i.id = d.import_id where d.import_id = :import
            """;

    static final String CONTENTS =
            """
            insert into report_content (revision_id, organisation_id, sealed)
            select d.revision_id, d.organisation_id, d.sealed from finding_draft d where d.import_id = :import
            """;

    static final String MARKERS =
            """
            insert into report_marker (report_id, organisation_id, kind, value)
            select d.report_id, d.organisation_id, m.pair ->> 0, m.pair ->> 1
            from finding_draft d cross join lateral jsonb_array_elements(d.markers) as m (pair) where d.import_id = :import
            """;

    static final String STEPS =
            """
            insert into report_step (id, report_id, state, person_id, taken_at)
            select d.step_id, d.report_id, 'RECEIVED', i.operator_person_id, cast(:now as timestamptz)
            from finding_draft d join report_import i on i.id = d.import_id where d.import_id = :import
            """;

    static final String RATINGS =
            """
            insert into report_rating (id, report_id, organisation_id, revision_sha256, table_code, table_version, table_row, inputs, outcome,
                                       person_id, rated_at)
            select d.rating_id, d.report_id, d.organisation_id, d.sha256, d.table_code, d.table_version, d.table_row, d.inputs, d.tier,
                   i.operator_person_id, cast(:now as timestamptz)
            from finding_draft d join report_import i on i.id = d.import_id where d.import_id = :import
            """;

    static final String REMOVE = "delete from finding_draft where import_id = :import";

    @Inject
    private Reports reports;

    @Inject
    private Sql sql;

    void stage(Intake intake, List<RatedFinding> findings) {
        sql.query(STAGE)
                .with("import", intake.id())
                .with("organisation", intake.organisation())
                .with(
                        "ids",
                        IntakeRows.joined(findings, each -> each.finding().id().toString()))
                .with("reports", ofDrafts(findings, each -> each.report().toString()))
                .with("revisions", ofDrafts(findings, each -> each.revision().toString()))
                .with("steps", ofDrafts(findings, each -> each.step().toString()))
                .with("ratings", ofDrafts(findings, each -> each.rating().toString()))
                .with("tiers", ofRatings(findings, Evaluation::outcome))
                .with("codes", ofRatings(findings, Evaluation::table))
                .with("versions", ofRatings(findings, each -> Integer.toString(each.version())))
                .with("rows", ofRatings(findings, each -> Integer.toString(each.row())))
                .with(
                        "inputs",
                        apart(findings, each -> Rating.text(each.rating().inputs())))
                .with("stated", IntakeRows.joined(findings, each -> each.finding()
                        .stated()
                        .map(Enum::name)
                        .orElse("")))
                .with("effects", IntakeRows.joined(findings, each -> each.finding()
                        .effect()
                        .name()))
                .with(
                        "leftOut",
                        IntakeRows.joined(
                                findings,
                                each -> Integer.toString(each.finding().leftOut())))
                .with("tools", apart(findings, each -> each.finding().foundBy().tool()))
                .with(
                        "toolVersions",
                        apart(findings, each -> each.finding().foundBy().toolVersion()))
                .with("runs", apart(findings, each -> each.finding().foundBy().run()))
                .with("hashes", ofDrafts(findings, ReportDraft::sha256))
                .with("sealed", ofDrafts(findings, each -> HexFormat.of().formatHex(each.sealed())))
                .with("markers", apart(findings, each -> each.finding().draft().markers()))
                .run();
    }

    private static String ofDrafts(List<RatedFinding> findings, Function<ReportDraft, String> word) {
        return IntakeRows.joined(findings, each -> word.apply(each.finding().draft()));
    }

    private static String ofRatings(List<RatedFinding> findings, Function<Evaluation, String> word) {
        return IntakeRows.joined(findings, each -> word.apply(each.rating()));
    }

    private static String apart(List<RatedFinding> findings, Function<RatedFinding, String> word) {
        return findings.stream().map(word).collect(Collectors.joining(BETWEEN));
    }

    /**
     * Makes a report of each draft of the import.
     *
     * @param count how many there are
     */
    void publish(Intake intake, long count, Instant now) {
        if (count == 0) {
            return;
        }
        int first = reports.nextNumbers(intake.organisation(), Math.toIntExact(count));
        all(REPORTS, intake).with("first", first).with("now", now).run();
        all(REVISIONS, intake).with("now", now).run();
        all(ORIGINS, intake).run();
        all(CONTENTS, intake).run();
        all(MARKERS, intake).run();
        all(STEPS, intake).with("now", now).run();
        all(RATINGS, intake).with("now", now).run();
        all(REMOVE, intake).run();
    }

    private Sql.Statement all(String statement, Intake intake) {
        return sql.query(statement).with("import", intake.id()).unhurried();
    }
}
