package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.sample.PopulationKind;
import org.sekisho.domain.assurance.sample.Populations;
import org.sekisho.domain.shared.Days;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Statement;
import org.sekisho.proof.sample.PopulationList;

/**
 * Lists populations with the reach of the collection of packs. What is a row is counted again in the trail, where the application can't
 * take anything away; what is taken from the trail is counted again by the places that the signed log gave it.
 */
@ApplicationScoped
public class PopulationRows implements Populations {

    private static final String[] PARAMETERS = {"agreement", "party", "first", "last", "from", "until"};

    /** An event of the trail with its details as {@code d}. */
    private static final String TOLD =
            "from trail_event t cross join lateral (select cast(convert_from(t.leaf, 'UTF8') as jsonb) -> 'details' as d) x"
                    + " where t.outcome = 'done' and ";

    private static final String DECIDED =
            "t.act = 'access.decide' and t.subject_id = :agreement and t.time >= :from and t.time < :until";

    private static final String GRANTED = "exists (select from access_grant g where g.agreement_id = :agreement"
            + " and g.first_day <= :last and g.last_day >= :first and g.person_id = ";

    @Inject
    private Sql sql;

    @Override
    public Counted list(PopulationKind kind, UUID agreement, UUID party, Period period) {
        PopulationList list = new PopulationList(
                statement(records(kind), agreement, party, period).list(SampleRows::item));
        long counted = statement(count(kind), agreement, party, period)
                .first(row -> row.number(0))
                .orElse(0L);
        return new Counted(list, counted);
    }

    /** All records of the kind, each once, by id. */
    static String records(PopulationKind kind) {
        return switch (kind) {
            case GRANTS -> "select cast(g.id as text), g.role from access_grant g where g.agreement_id = :agreement"
                    + " and g.first_day <= :last and g.last_day >= :first order by g.id";
            case TRAINING -> "select cast(t.id as text), t.training_code from training_record t"
                    + " where t.completed_on <= :last and t.valid_until >= :first and t.recorded_at < :until and "
                    + GRANTED + "t.person_id) order by t.id";
            case ACCESS_DECISIONS -> "select cast(t.id as text),"
                    + " case when x.d ->> 'permit' = 'yes' then 'PERMITTED' else 'NOT_PERMITTED' end " + TOLD + DECIDED
                    + " order by t.id";
            case REPORT_DECISIONS -> "select cast(v.id as text), s.side from review_vote v"
                    + " join review_stage s on s.id = v.stage_id join review_chain c on c.id = v.chain_id"
                    + " join report r on r.id = c.report_id where r.agreement_id = :agreement and r.organisation_id = :party"
                    + " and v.cast_at >= :from and v.cast_at < :until and s.state in ('PASSED', 'RETURNED', 'VOID')"
                    + " order by v.id";
            case FREEZES -> "select cast(f.id as text), f.scope from access_freeze f where "
                    + DecisionPackSection.FREEZES_OF_PERIOD + " order by f.id";
        };
    }

    /** How many there are by another path. */
    static String count(PopulationKind kind) {
        return switch (kind) {
            case GRANTS -> "select count(*) " + TOLD
                    + "t.agreement = :agreement and jsonb_exists(x.d -> 'events', 'grant.requested')"
                    + " and cast(x.d ->> 'first' as date) <= :last and cast(x.d ->> 'last' as date) >= :first";
            case TRAINING -> "select count(*) " + TOLD
                    + "t.act like 'training.%' and jsonb_exists(x.d -> 'events', 'training.recorded') and t.time < :until"
                    + " and cast(x.d ->> 'completed' as date) <= :last and cast(x.d ->> 'until' as date) >= :first and "
                    + GRANTED + "cast(x.d ->> 'person' as uuid))";
            case ACCESS_DECISIONS -> "select count(*) from trail_leaf l join trail_event t on t.id = l.event"
                    + " where t.outcome = 'done' and " + DECIDED;
            case REPORT_DECISIONS -> "select count(*) from trail_event t where t.outcome = 'done' and t.act = 'review.vote'"
                    + " and t.time >= :from and t.time < :until and t.subject_id in"
                    + " (select r.id from report r where r.agreement_id = :agreement and r.organisation_id = :party)";
            case FREEZES -> "select count(distinct t.subject_id) " + TOLD
                    + "t.subject_kind = 'freeze' and jsonb_exists(x.d -> 'events', 'freeze.imposed') and t.time < :until"
                    + " and not exists (select from trail_event e where e.subject_id = t.subject_id and e.outcome = 'done'"
                    + " and e.time < :from and jsonb_exists("
                    + "cast(convert_from(e.leaf, 'UTF8') as jsonb) -> 'details' -> 'events', 'freeze.lifted'))"
                    + " and (x.d ->> 'scope' = 'ALL'"
                    + " or (x.d ->> 'scope' = 'AGREEMENT' and x.d ->> 'target' = cast(:agreement as text))"
                    + " or (x.d ->> 'scope' = 'ORGANISATION' and x.d ->> 'target' = cast(:party as text))"
                    + " or (x.d ->> 'scope' = 'PERSON' and exists (select from access_grant g where g.agreement_id = :agreement"
                    + " and g.organisation_id = :party and cast(g.person_id as text) = x.d ->> 'target')))";
        };
    }

    private Statement statement(String query, UUID agreement, UUID party, Period period) {
        Statement statement = sql.query(query);
        for (String parameter : PARAMETERS) {
            if (query.contains(":" + parameter)) {
                statement.with(parameter, value(parameter, agreement, party, period));
            }
        }
        return statement;
    }

    private static Object value(String parameter, UUID agreement, UUID party, Period period) {
        return switch (parameter) {
            case "agreement" -> agreement;
            case "party" -> party;
            case "first" -> period.first();
            case "last" -> period.last();
            case "from" -> Days.startOf(period.first());
            case "until" -> Days.endOf(period.last());
            default -> throw new IllegalArgumentException(parameter);
        };
    }
}
