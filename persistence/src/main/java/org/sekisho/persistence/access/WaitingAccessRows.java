package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.access.WaitingAccess;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.freeze.FreezeKind;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.QueueSource.Waiting;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** What waits, one query for each sort. */
@ApplicationScoped
public class WaitingAccessRows implements WaitingAccess {

    private static final String GRANTS =
            """
            select g.id, g.agreement_id, a.number, p.name_en, p.name_ja, g.role, g.first_day,
                   g.organisation_id, array_to_string(i.people, ',')
            from access_grant g
                join agreement a on a.id = g.agreement_id
                join person p on p.id = g.person_id
                cross join lateral (select g.person_id || array(select s.person_id from grant_step s
                                                                where s.access_grant_id = g.id and s.person_id is not null)) i(people)
            where g.state = :state
            """;

    private static final String ATTESTATIONS =
            """
            select e.id, e.agreement_id, a.number, e.environment_code, o.name_en, o.name_ja, e.first_day, me.id, e.proposed_by_person_id
            from environment_attestation e
                join agreement a on a.id = e.agreement_id
                join organisation o on o.id = e.attested_by_organisation_id
                join organisation me on me.id not in (e.proposed_by_organisation_id, e.attested_by_organisation_id)
                                    and (me.kind = 'SECRETARIAT'
                                         or me.kind = 'AUTHORITY' and (is_designated(me.id, :today) or exists (
                                             select from agreement_party r
                                             where r.agreement_id = a.id and r.organisation_id = me.id and r.until_version is null)))
            where e.state = 'PROPOSED'
            """;

    /** The first agreement tells which side is still missing: whose organisation is concerned, or who oversees. */
    private static final String SECOND_LIFTS =
            """
            select f.id, f.scope, f.frozen_at, me.id, concat_ws(',', l.person_id, f.target_id)
            from access_freeze f
                join freeze_lift l on l.freeze_id = f.id
                join organisation me on
                  case when l.side = 'CONCERNED'
                       then me.kind = 'SECRETARIAT'
                            or (me.kind = 'AUTHORITY' and f.scope <> 'ALL' and is_designated(me.id, :today))
                       else case f.scope
                                when 'ALL' then me.kind = 'AUTHORITY'
                                when 'ORGANISATION' then f.target_id = me.id
                                when 'PERSON' then exists (select from affiliation a
                                                           where a.person_id = f.target_id and a.organisation_id = me.id
                                                             and a.first_day <= :today and (a.last_day is null or a.last_day >= :today))
                                else exists (select from agreement_party r
                                             where r.agreement_id = f.target_id and r.organisation_id = me.id
                                               and r.role = 'INSTITUTION_RECEIVING')
                            end
                  end
            where f.state = 'LIFT_PROPOSED'
            """;

    private static final String EVALUATIONS =
            """
            select e.id, e.agreement_id, a.number, e.to_phase
            from phase_evaluation e
                join agreement a on a.id = e.agreement_id
            where e.state = 'OPEN'
            """;

    private static final String RECEIVED =
            """
            select a.id, a.number, p.organisation_id
            from agreement a
                join agreement_party p on p.agreement_id = a.id and p.role = 'INSTITUTION_RECEIVING'
            where a.state in ('IN_FORCE', 'SUSPENDED')
            """;

    private static final String GRANTED =
            """
            select a.id, a.number
            from agreement a
            where exists (select from access_grant g
                          where g.agreement_id = a.id and g.person_id = :person and g.state = 'ACTIVE' and g.last_day >= :today)
            order by a.number
            """;

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public List<Grant> grants(GrantState state, Optional<UUID> person, Optional<UUID> organisation, int most) {
        return entrance.withReachOf(SystemReach.NAMES, () -> sql.query(GRANTS)
                .with("state", state)
                .where("and :person <> all (i.people)", "person", person)
                .where("and g.organisation_id = :organisation", "organisation", organisation)
                .and("order by g.first_day, g.id limit " + most)
                .list(WaitingAccessRows::grant));
    }

    @Override
    public List<Attestation> attestations(Optional<Waiting> who, LocalDate today, int most) {
        return sql.query(ATTESTATIONS)
                .with("today", today)
                .where("and me.id = :organisation", "organisation", who.map(Waiting::organisation))
                .where("and e.proposed_by_person_id <> :person", "person", who.map(Waiting::person))
                .and("order by e.proposed_at, e.id, me.id limit " + most)
                .list(row -> new Attestation(
                        row.id(0),
                        row.id(1),
                        row.text(2),
                        row.text(3),
                        new Name(row.text(4), row.text(5)),
                        row.day(6),
                        row.id(7),
                        row.id(8)));
    }

    @Override
    public List<SecondLift> secondLifts(Optional<Waiting> who, LocalDate today, int most) {
        return sql.query(SECOND_LIFTS)
                .with("today", today)
                .where("and me.id = :organisation", "organisation", who.map(Waiting::organisation))
                .where(
                        "and l.person_id <> :person and f.target_id is distinct from :person",
                        "person",
                        who.map(Waiting::person))
                .and("order by f.frozen_at, f.id, me.id limit " + most)
                .list(row -> new SecondLift(
                        row.id(0), row.constant(1, FreezeKind.class), row.instant(2), row.id(3), row.ids(4)));
    }

    @Override
    public List<Vote> openEvaluations(Optional<UUID> organisation, int most) {
        return sql.query(EVALUATIONS)
                .where(
                        """
                        and exists (select from phase_evaluation_party p
                                    where p.phase_evaluation_id = e.id and p.organisation_id = :organisation)
                        """,
                        "organisation",
                        organisation)
                .and("order by e.opened_at, e.id limit " + most)
                .list(row -> new Vote(row.id(0), row.id(1), row.text(2), row.constant(3, Phase.class)));
    }

    @Override
    public List<Received> received(Optional<UUID> organisation, int most) {
        return sql.query(RECEIVED)
                .where("and p.organisation_id = :organisation", "organisation", organisation)
                .and("order by a.number limit " + most)
                .list(row -> new Received(row.id(0), row.text(1), row.id(2)));
    }

    @Override
    public List<Granted> granted(UUID person, LocalDate today, int most) {
        return sql.query(GRANTED)
                .with("person", person)
                .with("today", today)
                .and("limit " + most)
                .list(row -> new Granted(row.id(0), row.text(1)));
    }

    private static Grant grant(Row row) {
        return new Grant(
                row.id(0),
                row.id(1),
                row.text(2),
                new Name(row.text(3), row.text(4)),
                row.constant(5, Role.class),
                row.day(6),
                row.id(7),
                row.ids(8));
    }
}
