package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sekisho.domain.report.decision.EscalationLevel;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.decision.GoverningTables;
import org.sekisho.domain.report.escalation.ReportEvaluation;
import org.sekisho.domain.report.escalation.ReportEvaluations;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** What escalation tables answered, as rows. */
@ApplicationScoped
public class EvaluationRows implements ReportEvaluations {

    /** Inputs are JSON, which has commas of its own: between them stands a character that JSON has not. */
    private static final String BETWEEN = "\u001f";

    /** What the published lists say of the report {@code r}; 0.5 is {@code ExploitationStage.LIKELY}. */
    static final String LISTED =
            """
            case when exists (select from report_marker m join known_exploited x on x.cve = m.value
                              where m.report_id = r.id and m.organisation_id = r.organisation_id and m.kind = 'IDENTIFIER') then 'ACTIVE'
                 when exists (select from report_marker m join exploit_prediction x on x.cve = m.value
                              where m.report_id = r.id and m.organisation_id = r.organisation_id and m.kind = 'IDENTIFIER'
                                and x.probability >= 0.5) then 'PROOF'
                 else 'NONE' end
            """;

    /** The severity is what the risk table was asked with; where that asks for none, nobody rated it, which counts as high. */
    static final String IMPORTED =
            """
            insert into report_evaluation (id, report_id, organisation_id, revision_id, cause, table_code, table_version, row_number, inputs, listed,
                                           level, evaluated_at)
            select gen_random_uuid(), k.id, k.organisation_id, k.current_revision_id, 'IMPORTED', a.code, cast(a.version as integer),
                   cast(a.number as integer), a.inputs, k.listed, a.level, cast(:now as timestamptz)
            from (select r.id, r.organisation_id, r.current_revision_id,
                         coalesce((select pair ->> 1 from report_rating t, jsonb_array_elements(cast(t.inputs as jsonb)) pair
                                   where t.report_id = r.id and pair ->> 0 = 'SEVERITY' limit 1), 'HIGH') as severity,
            """
                    + LISTED
                    + """
                         as listed
                  from finding f join report r on r.origin_id = f.id where f.import_id = :import) k
                join unnest(string_to_array(:severities, ','), string_to_array(:stages, ','), string_to_array(:codes, ','),
                            string_to_array(:versions, ','), string_to_array(:numbers, ','), string_to_array(:inputs, chr(31)),
                            string_to_array(:levels, ','))
                    as a (severity, stage, code, version, number, inputs, level) on a.severity = k.severity and a.stage = k.listed
            """;

    /**
     * What lies before and what lies behind the governing version in the index, for either table: nothing is read of what the governing version
     * answered. A report that was never rated or evaluated is none of these, since nothing else governed it before.
     */
    static final String GOVERNED_OTHERWISE =
            """
            select r.id
            from (select a.report_id
                  from unnest(cast(string_to_array(:agreements, ',') as uuid[]), string_to_array(:risks, ','), cast(string_to_array(:tiersBy, ',') as integer[]),
                              string_to_array(:escalations, ','), cast(string_to_array(:levelsBy, ',') as integer[]))
                          as g (agreement_id, risk, risk_version, escalation, escalation_version)
                      cross join lateral (
                          select b.report_id from report_answered_by b where b.agreement_id = g.agreement_id and b.answers = 'RISK' and b.goes_on
                              and (b.table_code, b.table_version) < (g.risk, g.risk_version)
                          union all
                          select b.report_id from report_answered_by b where b.agreement_id = g.agreement_id and b.answers = 'RISK' and b.goes_on
                              and (b.table_code, b.table_version) > (g.risk, g.risk_version)
                          union all
                          select b.report_id from report_answered_by b where b.agreement_id = g.agreement_id and b.answers = 'ESCALATION' and b.goes_on
                              and (b.table_code, b.table_version) < (g.escalation, g.escalation_version)
                          union all
                          select b.report_id from report_answered_by b where b.agreement_id = g.agreement_id and b.answers = 'ESCALATION' and b.goes_on
                              and (b.table_code, b.table_version) > (g.escalation, g.escalation_version)) a
                  group by a.report_id) found
                join report r on r.id = found.report_id
            order by array_position(array['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'], r.tier), r.id limit :most
            """;

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Override
    public void add(ReportEvaluation evaluation) {
        entities.add(evaluation);
    }

    @Override
    public Optional<ReportEvaluation> find(UUID id) {
        return entities.find(ReportEvaluation.class, id);
    }

    @Override
    public Optional<ReportEvaluation> last(UUID report) {
        return entities.first(
                ReportEvaluation.class,
                "select e from ReportEvaluation e where e.report = :report order by e.evaluatedAt desc, e.id desc",
                Map.of("report", report));
    }

    @Override
    public List<ReportEvaluation> of(UUID report, int most) {
        return entities
                .list(
                        ReportEvaluation.class,
                        "select e from ReportEvaluation e where e.report = :report order by e.evaluatedAt desc, e.id desc",
                        Map.of("report", report))
                .stream()
                .limit(most)
                .toList();
    }

    @Override
    public void addImported(UUID intake, Map<Known, Evaluation> answers, Instant now) {
        List<Map.Entry<Known, Evaluation>> entries = new ArrayList<>(answers.entrySet());
        sql.query(IMPORTED)
                .with("import", intake)
                .with("now", now)
                .with(
                        "severities",
                        joined(entries, ",", each -> each.getKey().severity().name()))
                .with("stages", joined(entries, ",", each -> each.getKey()
                        .exploitation()
                        .name()))
                .with("codes", joined(entries, ",", each -> each.getValue().table()))
                .with(
                        "versions",
                        joined(
                                entries,
                                ",",
                                each -> Integer.toString(each.getValue().version())))
                .with(
                        "numbers",
                        joined(
                                entries,
                                ",",
                                each -> Integer.toString(each.getValue().row())))
                .with(
                        "inputs",
                        joined(
                                entries,
                                BETWEEN,
                                each -> ReportEvaluation.json(each.getValue().inputs())))
                .with("levels", joined(entries, ",", each -> each.getValue().outcome()))
                .run();
    }

    private static <K, V> String joined(
            List<Map.Entry<K, V>> entries, String between, Function<Map.Entry<K, V>, String> word) {
        return entries.stream().map(word).collect(Collectors.joining(between));
    }

    @Override
    public List<UUID> outdated(int limit) {
        return sql.query(
                        """
                        select k.id from (
                            select r.id, newest.listed as before,
                        """
                                + LISTED
                                + """
                                 as now
                            from report r
                                left join lateral (select e.listed from report_evaluation e where e.report_id = r.id
                                                   order by e.evaluated_at desc, e.id desc limit 1) newest on true
                            where r.state not in ('CLOSED', 'REJECTED', 'DUPLICATE')) k
                        where k.before is distinct from k.now
                        order by array_position(array['ACTIVE', 'PROOF'], k.now), k.id limit :most
                        """)
                .with("most", limit)
                .list(row -> row.id(0));
    }

    @Override
    public Set<UUID> agreements() {
        return Set.copyOf(sql.query(
                        """
                        select a.id from agreement a where exists (select from report r
                            where r.agreement_id = a.id and r.state not in ('CLOSED', 'REJECTED', 'DUPLICATE'))
                        """)
                .list(row -> row.id(0)));
    }

    @Override
    public List<UUID> governedOtherwise(Map<UUID, GoverningTables> governing, int limit) {
        if (governing.isEmpty()) {
            return List.of();
        }
        List<Map.Entry<UUID, GoverningTables>> entries = List.copyOf(governing.entrySet());
        return sql.query(GOVERNED_OTHERWISE)
                .with("agreements", joined(entries, ",", each -> each.getKey().toString()))
                .with(
                        "risks",
                        joined(entries, ",", each -> each.getValue().risk().code()))
                .with(
                        "tiersBy",
                        joined(
                                entries,
                                ",",
                                each -> Integer.toString(each.getValue().risk().version())))
                .with("escalations", joined(entries, ",", each -> each.getValue()
                        .escalation()
                        .code()))
                .with(
                        "levelsBy",
                        joined(
                                entries,
                                ",",
                                each -> Integer.toString(
                                        each.getValue().escalation().version())))
                .with("most", limit)
                .list(row -> row.id(0));
    }

    /** Of what an import brought nothing was opened yet, and nothing that came since says that nothing is to be. */
    @Override
    public List<UUID> unopened(int limit) {
        return sql.query(
                        """
                        select e.report_id from report_evaluation e join report r on r.id = e.report_id
                            cross join lateral (select n.level from report_evaluation n where n.report_id = e.report_id
                                                order by n.evaluated_at desc, n.id desc limit 1) newest
                        where e.cause = 'IMPORTED' and e.level <> 'NONE' and r.state not in ('CLOSED', 'REJECTED', 'DUPLICATE')
                          and newest.level <> 'NONE' and not exists (select from escalation x where x.report_id = e.report_id)
                        order by array_position(string_to_array(:levels, ','), newest.level) desc, e.evaluated_at, e.report_id limit :most
                        """)
                .with(
                        "levels",
                        Arrays.stream(EscalationLevel.values()).map(Enum::name).collect(Collectors.joining(",")))
                .with("most", limit)
                .list(row -> row.id(0));
    }
}
