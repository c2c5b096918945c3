package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.report.intake.IntakeDirectory;
import org.sekisho.domain.report.intake.IntakeFailure;
import org.sekisho.domain.report.intake.IntakeFilter;
import org.sekisho.domain.report.intake.IntakeProgress;
import org.sekisho.domain.report.intake.IntakeRow;
import org.sekisho.domain.report.intake.IntakeState;
import org.sekisho.domain.report.intake.IntakeTally;
import org.sekisho.domain.report.intake.RejectReason;
import org.sekisho.domain.report.intake.Rejection;
import org.sekisho.domain.report.intake.Repeat;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.report.severity.CvssSeverity;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Imports as lists show them, and what became of those items that didn't become reports. */
@ApplicationScoped
public class IntakeLists implements IntakeDirectory {

    private static final String ITEM = "lpad(cast(x.item as text), 19, '0')";

    private static final KeysetList LIST = new KeysetList(
            """
            i.organisation_id, i.agreement_id, coalesce(a.number, ''), i.agreement_version, i.environment, i.format, i.tool, i.tool_version,
            i.run, i.label, c.sealed_file_name,
            """
                    + Naming.of("operator")
                    + """
                     as operator, i.sha256, i.size, i.begun_at, i.heard_at, i.ended_at, i.state, i.received, i.created, i.duplicates, i.rejected,
                    i.items_read, i.bytes_read, i.failure, i.failure_detail, i.attempt, i.state = 'STAGING' and
                    """
                    + IntakeRows.AT_WORK + ", i.failed_runs, i.operator_person_id",
            """
            from report_import i
                left join agreement a on a.id = i.agreement_id
                left join report_import_content c on c.import_id = i.id
                left join person operator on operator.id = i.operator_person_id
            """,
            "i.id",
            Map.of(
                    "begun",
                    "to_char(i.begun_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')",
                    "state",
                    "i.state",
                    "tool",
                    "lower(i.tool)",
                    "size",
                    "lpad(cast(i.size as text), 19, '0')",
                    "received",
                    "lpad(cast(i.received as text), 19, '0')"),
            "begun",
            true);

    private static final KeysetList REJECTIONS = new KeysetList(
            "x.item, x.pointer, x.reason, x.keyword",
            "from finding_rejection x",
            "x.import_id",
            Map.of("item", ITEM, "reason", "x.reason || " + ITEM),
            "item",
            false);

    private static final KeysetList REPEATS = new KeysetList(
            "x.item, x.fingerprint_parts, r.id as report, r.number, x.severity, g.report_id is not null",
            """
            from finding_repeat x left join report r on r.origin_id = x.finding_id
                left join graver_repeat g on g.import_id = x.import_id and g.item = x.item
            """,
            "x.import_id",
            Map.of("item", ITEM, "number", "lpad(cast(coalesce(r.number, 0) as text), 19, '0') || " + ITEM),
            "item",
            false);

    private static final String WORDS =
            """
            and (position(lower(:words) in lower(concat_ws(' ', i.tool, i.run, a.number, operator.name_en, operator.name_ja))) > 0
                 or starts_with(i.sha256, lower(:words)))
            """;

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public Page<IntakeRow> list(IntakeFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .withAnyOf("and i.state = any (string_to_array(:states, ','))", "states", filter.states())
                .with("and i.format = :format", "format", filter.format())
                .with(WORDS, "words", filter.words());
        return entrance.withReachOf(SystemReach.NAMES, () -> LIST.page(sql, page, filters, IntakeLists::row));
    }

    @Override
    public Optional<IntakeRow> find(UUID id) {
        Filters filters = new Filters().with("and i.id = :id", "id", Optional.of(id));
        return entrance
                .withReachOf(SystemReach.NAMES, () -> LIST.page(sql, PageRequest.first(), filters, IntakeLists::row))
                .items()
                .stream()
                .findFirst();
    }

    @Override
    public Page<Rejection> rejections(UUID intake, Optional<RejectReason> reason, PageRequest page) {
        Filters filters = new Filters()
                .with("and x.import_id = :import", "import", Optional.of(intake))
                .with("and x.reason = :reason", "reason", reason);
        int at = KeysetList.FIRST;
        return REJECTIONS.page(
                sql,
                page,
                filters,
                row -> new Rejection(
                        row.number(at), row.text(at + 1), row.constant(at + 2, RejectReason.class), row.text(at + 3)));
    }

    @Override
    public Page<Repeat> repeats(UUID intake, PageRequest page) {
        Filters filters = new Filters().with("and x.import_id = :import", "import", Optional.of(intake));
        int at = KeysetList.FIRST;
        return REPEATS.page(
                sql,
                page,
                filters,
                row -> new Repeat(
                        row.number(at),
                        List.of(row.text(at + 1).split(" ")),
                        row.optionalId(at + 2),
                        row.isNull(at + 3) ? OptionalInt.empty() : OptionalInt.of((int) row.number(at + 3)),
                        row.optionalText(at + 4).map(CvssSeverity::valueOf),
                        row.flag(at + 5)));
    }

    private static IntakeRow row(Row row) {
        int at = KeysetList.FIRST;
        return new IntakeRow(
                row.id(1),
                row.id(at),
                row.id(at + 1),
                row.text(at + 2),
                (int) row.number(at + 3),
                row.text(at + 4),
                row.constant(at + 5, SourceFormat.class),
                row.text(at + 6),
                row.text(at + 7),
                row.text(at + 8),
                row.constant(at + 9, Tlp.class),
                row.isNull(at + 10) ? Optional.empty() : Optional.of(row.bytes(at + 10)),
                row.optionalText(at + 11),
                row.text(at + 12),
                row.number(at + 13),
                row.instant(at + 14),
                row.instant(at + 15),
                row.optionalInstant(at + 16),
                row.constant(at + 17, IntakeState.class),
                new IntakeTally(row.number(at + 18), row.number(at + 19), row.number(at + 20), row.number(at + 21)),
                (int) row.number(at + 28),
                new IntakeProgress(row.number(at + 22), row.number(at + 23)),
                failure(row.text(at + 24), row.text(at + 25)),
                (int) row.number(at + 26),
                row.flag(at + 27),
                row.id(at + 29));
    }

    private static Optional<IntakeFailure> failure(String code, String detail) {
        return code.isEmpty() ? Optional.empty() : Optional.of(IntakeFailure.read(code, detail));
    }
}
