package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.report.intake.Intake;
import org.sekisho.domain.report.intake.IntakeContent;
import org.sekisho.domain.report.intake.IntakeTally;
import org.sekisho.domain.report.intake.Intakes;
import org.sekisho.domain.report.intake.RatedFinding;
import org.sekisho.domain.report.intake.Rejection;
import org.sekisho.domain.report.intake.StagedFinding;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** Intakes as rows. What they stage goes in batches, as lists in few parameters: a file may have a hundred thousand items. */
@ApplicationScoped
public class IntakeRows implements Intakes {

    /** Of a published finding {@code p}: it hasn't come back since. */
    private static final String LATEST =
            """
            p.published and not exists (select from finding l where l.organisation_id = p.organisation_id and l.fingerprint = p.fingerprint
                                            and l.published and l.recurrence > p.recurrence)
            """;

    /**
     * What was found before, but its report was closed, or that of which it was a duplicate: it has come back. Or it was rejected, for less than
     * is said now.
     */
    static final String RECURRENCES =
            """
            update finding f set recurrence = p.recurrence + 1
            from finding p join report r on r.origin_id = p.id left join report o on o.id = r.duplicate_of_id
                left join graver_repeat g on g.report_id = coalesce(o.id, r.id)
            where f.import_id = :import and not f.published and p.organisation_id = f.organisation_id and p.fingerprint = f.fingerprint
                and (coalesce(o.state, r.state) = 'CLOSED'
                     or coalesce(o.state, r.state) = 'REJECTED' and f.severity is not null
                         and severity_rank(f.severity) > greatest(severity_rank(p.severity), severity_rank(coalesce(g.severity, 'NONE')))) and
            """
                    + LATEST;

    /** What is the same as a published finding. */
    static final String REPEATS_OF_PUBLISHED =
            """
            insert into finding_repeat (import_id, item, organisation_id, finding_id, fingerprint_parts, severity)
            select f.import_id, f.item, f.organisation_id, p.id, f.fingerprint_parts, f.severity
            from finding f join finding p on p.organisation_id = f.organisation_id and p.fingerprint = f.fingerprint
                and p.recurrence >= f.recurrence
            where f.import_id = :import and not f.published and
            """
                    + LATEST;

    /** What is the same as an earlier item of the file that isn't itself a repeat. */
    static final String REPEATS_WITHIN =
            """
            insert into finding_repeat (import_id, item, organisation_id, finding_id, fingerprint_parts, severity)
            select s.import_id, s.item, s.organisation_id, s.first_id, s.fingerprint_parts, s.severity
            from (select f.*, first_value(f.id) over (partition by f.fingerprint order by f.item) as first_id
                  from finding f where f.import_id = :import) s
            where s.first_id <> s.id
                and not exists (select from finding_repeat r where r.import_id = s.import_id and r.item = s.item)
            """;

    static final String REMOVE_REPEATED_DRAFTS =
            """
            delete from finding_draft d using finding f, finding_repeat r
            where d.import_id = :import and f.id = d.finding_id and r.import_id = f.import_id and r.item = f.item
            """;

    static final String REMOVE_REPEATED =
            """
            delete from finding f where f.import_id = :import
                and exists (select from finding_repeat r where r.import_id = f.import_id and r.item = f.item)
            """;

    /** What repeats a report that goes on and is graver than what it came with, and than what was heard of it since; when all is published. */
    static final String GRAVER =
            """
            insert into graver_repeat (report_id, organisation_id, severity, import_id, item, heard_at, asked)
            select distinct on (o.id) o.id, o.organisation_id, x.severity, x.import_id, x.item, cast(:now as timestamptz), false
            from finding_repeat x join finding p on p.id = x.finding_id join report r on r.origin_id = p.id
                join report o on o.id = coalesce(r.duplicate_of_id, r.id) left join graver_repeat g on g.report_id = o.id
            where x.import_id = :import and x.severity is not null and o.state not in ('CLOSED', 'REJECTED')
                and severity_rank(x.severity) > greatest(severity_rank(p.severity), severity_rank(coalesce(g.severity, 'NONE')))
            order by o.id, severity_rank(x.severity) desc, x.item
            on conflict (report_id) do update set severity = excluded.severity, import_id = excluded.import_id, item = excluded.item,
                heard_at = excluded.heard_at, asked = false
            """;

    static final String PUBLISH = "update finding set published = true where import_id = :import";

    static final String COUNT =
            """
            select (select count(*) from finding where import_id = :import), (select count(*) from finding_repeat where import_id = :import),
                   (select count(*) from finding_rejection where import_id = :import)
            """;

    static final String STAGE =
            """
            insert into finding (id, import_id, organisation_id, item, fingerprint, fingerprint_parts, score, severity, sealed, published)
            select cast(t.id as uuid), cast(:import as uuid), cast(:organisation as uuid), cast(t.item as bigint), t.fingerprint, t.parts,
                   cast(nullif(t.score, '') as integer), nullif(t.severity, ''), decode(t.sealed, 'hex'), false
            from unnest(string_to_array(:ids, ','), string_to_array(:items, ','), string_to_array(:fingerprints, ','),
                        string_to_array(:parts, ','), string_to_array(:scores, ','), string_to_array(:severities, ','), string_to_array(:sealed, ','))
                as t (id, item, fingerprint, parts, score, severity, sealed)
            """;

    static final String REJECT =
            """
            insert into finding_rejection (import_id, item, organisation_id, pointer, reason, keyword)
            values (:import, :item, :organisation, :pointer, :reason, :keyword)
            """;

    /** Of {@code report_import i}: whether a transaction works at it, which holds the lock of this name then. */
    static final String AT_WORK = "is_held('report-import-work ' || cast(i.id as text))";

    private static final String CURRENT =
            """
            select i from Intake i where i.organisation = :organisation and i.sha256 = :sha256
                and i.state in (org.sekisho.domain.report.intake.IntakeState.STAGING, org.sekisho.domain.report.intake.IntakeState.PUBLISHED)
            """;

    @Inject
    private DraftRows drafts;

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public Intake require(UUID id) {
        sql.lock(work(id));
        return entities.requireLocked(Intake.class, id);
    }

    @Override
    public Optional<Intake> find(UUID id) {
        return entities.find(Intake.class, id);
    }

    @Override
    public Optional<Intake> requireIdle(UUID id) {
        entities.require(Intake.class, id);
        // Nobody locks the row without holding this, so that there is nothing left to wait for.
        return sql.tryLock(work(id)) ? Optional.of(entities.requireLocked(Intake.class, id)) : Optional.empty();
    }

    private static String work(UUID intake) {
        return "report-import-work " + intake;
    }

    @Override
    public Optional<Intake> current(UUID organisation, String sha256) {
        sql.lock("report-import:" + organisation + ":" + sha256);
        return entities.first(Intake.class, CURRENT, Map.of("organisation", organisation, "sha256", sha256));
    }

    @Override
    public void add(Intake intake, IntakeContent content) {
        entities.add(intake);
        entities.add(content);
        entities.flush();
    }

    @Override
    public Optional<IntakeContent> content(UUID intake) {
        return entities.find(IntakeContent.class, intake);
    }

    @Override
    public void stage(Intake intake, List<RatedFinding> rated) {
        if (rated.isEmpty()) {
            return;
        }
        List<StagedFinding> findings = rated.stream().map(RatedFinding::finding).toList();
        sql.query(STAGE)
                .with("import", intake.id())
                .with("organisation", intake.organisation())
                .with("ids", joined(findings, each -> each.id().toString()))
                .with("items", joined(findings, each -> Long.toString(each.item())))
                .with("fingerprints", joined(findings, each -> each.fingerprint()
                        .value()))
                .with(
                        "parts",
                        joined(
                                findings,
                                each -> String.join(" ", each.fingerprint().parts())))
                .with("scores", joined(findings, each -> each.score()
                        .map(score -> Integer.toString(score.tenths()))
                        .orElse("")))
                .with(
                        "severities",
                        joined(findings, each -> each.severity().map(Enum::name).orElse("")))
                .with("sealed", joined(findings, each -> HexFormat.of().formatHex(each.sealed())))
                .run();
        drafts.stage(intake, rated);
    }

    static <T> String joined(List<T> list, Function<T, String> word) {
        return list.stream().map(word).collect(Collectors.joining(","));
    }

    @Override
    public void reject(Intake intake, List<Rejection> rejections) {
        for (Rejection each : rejections) {
            sql.query(REJECT)
                    .with("import", intake.id())
                    .with("item", each.index())
                    .with("organisation", intake.organisation())
                    .with("pointer", each.pointer())
                    .with("reason", each.reason())
                    .with("keyword", each.keyword())
                    .run();
        }
    }

    @Override
    public IntakeTally publish(Intake intake, Instant now) {
        sql.lockUnhurried("finding:" + intake.organisation());
        for (String each :
                List.of(RECURRENCES, REPEATS_OF_PUBLISHED, REPEATS_WITHIN, REMOVE_REPEATED_DRAFTS, REMOVE_REPEATED)) {
            sql.query(each).with("import", intake.id()).unhurried().run();
        }
        IntakeTally tally = count(intake);
        drafts.publish(intake, tally.created(), now);
        sql.query(PUBLISH).with("import", intake.id()).unhurried().run();
        sql.query(GRAVER)
                .with("import", intake.id())
                .with("now", now)
                .unhurried()
                .run();
        return tally;
    }

    private IntakeTally count(Intake intake) {
        return sql.query(COUNT)
                .with("import", intake.id())
                .unhurried()
                .first(row -> new IntakeTally(
                        row.number(0) + row.number(1) + row.number(2), row.number(0), row.number(1), row.number(2)))
                .orElse(IntakeTally.NONE);
    }

    @Override
    public void discard(Intake intake) {
        entrance.withReachOf(SystemReach.IMPORT_REMAINS, () -> {
            for (String table : List.of("finding_draft", "finding", "finding_rejection")) {
                sql.query("delete from " + table + " where import_id = :import")
                        .with("import", intake.id())
                        .unhurried()
                        .run();
            }
            return true;
        });
    }
}
