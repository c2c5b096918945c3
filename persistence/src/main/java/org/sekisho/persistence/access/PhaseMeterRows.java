package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.sekisho.domain.agreement.clause.PeopleClause.RequiredTraining;
import org.sekisho.domain.agreement.clause.PlaybooksClause.MandatoryPlaybook;
import org.sekisho.domain.agreement.phase.PhaseMeasure;
import org.sekisho.domain.agreement.phase.PhaseMeter;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Statement;

/** Counts from the rows, with the reach of decisions: a party doesn't see what it is counted from. */
@ApplicationScoped
public class PhaseMeterRows implements PhaseMeter {

    static final String SUSPENSIONS =
            "select count(*) from agreement_suspension where agreement_id = :agreement and began_at >= :since";

    private static final String RECEIVING =
            "(select p.organisation_id from agreement_party p where p.agreement_id = :agreement and p.role ="
                    + " 'INSTITUTION_RECEIVING')";

    static final String FREEZES =
            """
            select count(*) from access_freeze f where f.frozen_at >= :since
                and (f.scope = 'AGREEMENT' and f.target_id = :agreement or f.scope = 'ORGANISATION' and f.target_id in %s)
            """
                    .formatted(RECEIVING);

    static final String EXERCISES =
            """
            select count(*) from playbook_exercise e join playbook b on b.id = e.playbook_id
            where b.code = any (string_to_array(:codes, ',')) and e.exercised_on >= :first and b.organisation_id in %s
            """
                    .formatted(RECEIVING);

    /** The people with a grant, and of them those who lack none of the trainings that their role needs. */
    static final String TRAINED =
            """
            with required as (
                select role, code from unnest(string_to_array(:roles, ','), string_to_array(:codes, ',')) as r (role, code)),
            granted as (
                select distinct g.person_id, g.role from access_grant g
                where g.agreement_id = :agreement and g.state = 'ACTIVE' and :today between g.first_day and g.last_day)
            select count(distinct g.person_id), count(distinct g.person_id) - count(distinct g.person_id) filter (where exists (
                select from required r where r.role = g.role and not exists (
                    select from training_record t where t.person_id = g.person_id and t.training_code = r.code and t.state = 'CURRENT'
                        and :today between t.completed_on and t.valid_until)))
            from granted g
            """;

    private static final long WHOLE = 100;

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public OptionalLong measure(PhaseMeasure measure, Measured what) {
        return switch (measure) {
            case DAYS_IN_PHASE -> OptionalLong.of(
                    Duration.between(what.since(), what.at()).toDays());
            case TRAINED_PERCENT -> trained(what);
            case PLAYBOOK_EXERCISES -> exercises(what);
            case SUSPENSIONS -> OptionalLong.of(count(about(SUSPENSIONS, what).with("since", what.since())));
            case FREEZES -> OptionalLong.of(count(about(FREEZES, what).with("since", what.since())));
        };
    }

    private OptionalLong exercises(Measured what) {
        if (what.playbooks().isEmpty()) {
            return OptionalLong.empty();
        }
        String codes = String.join(
                ",",
                what.playbooks().get().mandatory().stream()
                        .map(MandatoryPlaybook::code)
                        .toList());
        return OptionalLong.of(count(about(EXERCISES, what).with("codes", codes).with("first", Days.of(what.since()))));
    }

    private OptionalLong trained(Measured what) {
        if (what.people().isEmpty()) {
            return OptionalLong.empty();
        }
        List<String> roles = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        for (RequiredTraining training : what.people().get().trainings()) {
            for (Role role : training.roles()) {
                roles.add(role.name());
                codes.add(training.code());
            }
        }
        Statement query = about(TRAINED, what)
                .with("roles", String.join(",", roles))
                .with("codes", String.join(",", codes))
                .with("today", Days.of(what.at()));
        long[] counted = entrance.withReachOf(
                SystemReach.ACCESS_DECISION, () -> query.first(row -> new long[] {row.number(0), row.number(1)})
                        .orElse(new long[] {0, 0}));
        return counted[0] == 0 ? OptionalLong.empty() : OptionalLong.of(WHOLE * counted[1] / counted[0]);
    }

    private Statement about(String text, Measured what) {
        return sql.query(text).with("agreement", what.agreement());
    }

    private long count(Statement query) {
        return entrance.withReachOf(SystemReach.ACCESS_DECISION, () -> query.first(row -> row.number(0))
                .orElse(0L));
    }
}
