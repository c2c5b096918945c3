package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.access.GrantFact;
import org.sekisho.domain.agreement.access.PersonFacts;
import org.sekisho.domain.agreement.access.TrainingFact;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.party.Role;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Reads people as decisions see them: where they may act today, in which roles, what they were granted and have learnt. */
@ApplicationScoped
public class PersonFactRows {

    private static final String PEOPLE =
            """
            select p.id, p.state = 'ACTIVE' as active, a.organisation_id, r.roles
            from person p
                left join lateral (select distinct f.organisation_id from affiliation f
                                   where f.person_id = p.id and f.first_day <= :today
                                     and (f.last_day is null or f.last_day >= :today)) a on true
                left join lateral (select string_agg(distinct h.role, ',') as roles from role_assignment h
                                   where h.person_id = p.id and h.organisation_id = a.organisation_id
                                     and h.state = 'IN_EFFECT') r on true
            where p.id = any (cast(string_to_array(:people, ',') as uuid[]))
            order by p.id
            """;

    private static final String TRAININGS =
            """
            select person_id, training_code, completed_on, valid_until from training_record
            where state = 'CURRENT' and person_id = any (cast(string_to_array(:people, ',') as uuid[]))
            """;

    private static final String GRANTS =
            "select agreement_id, person_id, organisation_id, role, first_day, last_day, state from access_grant";

    @Inject
    private Sql sql;

    /** The people there are among these. */
    Map<UUID, PersonFacts> people(Collection<UUID> people, LocalDate today) {
        Map<UUID, Boolean> active = new LinkedHashMap<>();
        Map<UUID, Map<UUID, Set<Role>>> roles = new HashMap<>();
        sql.query(PEOPLE).with("people", Sql.ids(people)).with("today", today).list(row -> {
            active.put(row.id(0), row.flag(1));
            Map<UUID, Set<Role>> held = roles.computeIfAbsent(row.id(0), any -> new HashMap<>());
            row.optionalId(2).ifPresent(organisation -> held.put(organisation, roles(row)));
            return true;
        });
        Map<UUID, PersonFacts> facts = new LinkedHashMap<>();
        active.forEach(
                (person, is) -> facts.put(person, new PersonFacts(person, is, roles.getOrDefault(person, Map.of()))));
        return facts;
    }

    /** The person, where there is one. */
    Optional<PersonFacts> person(UUID person, LocalDate today) {
        return Optional.ofNullable(people(List.of(person), today).get(person));
    }

    /** Their training records that are neither revoked nor superseded. */
    List<TrainingFact> trainings(Collection<UUID> people) {
        return sql.query(TRAININGS)
                .with("people", Sql.ids(people))
                .list(row -> new TrainingFact(row.id(0), row.text(1), row.day(2), row.day(3)));
    }

    /** The person's grants under the agreement, in whatever state. */
    List<GrantFact> grants(UUID agreement, UUID person) {
        return sql.query(GRANTS + " where agreement_id = :agreement and person_id = :person")
                .with("agreement", agreement)
                .with("person", person)
                .list(PersonFactRows::grant);
    }

    /** Every grant under the agreements that is active and not over. */
    List<GrantFact> activeGrants(Set<UUID> agreements, LocalDate today) {
        return sql.query(GRANTS + " where agreement_id = any (cast(string_to_array(:agreements, ',') as uuid[]))"
                        + " and state = 'ACTIVE' and last_day >= :today order by person_id, last_day")
                .with("agreements", Sql.ids(agreements))
                .with("today", today)
                .list(PersonFactRows::grant);
    }

    private static Set<Role> roles(Row row) {
        return row.list(3).stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static GrantFact grant(Row row) {
        return new GrantFact(
                row.id(0),
                row.id(1),
                row.id(2),
                row.constant(3, Role.class),
                row.day(4),
                row.day(5),
                row.constant(6, GrantState.class));
    }
}
