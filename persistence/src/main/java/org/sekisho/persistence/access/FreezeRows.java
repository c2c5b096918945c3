package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.freeze.Freeze;
import org.sekisho.domain.agreement.freeze.FreezeConcern;
import org.sekisho.domain.agreement.freeze.FreezeScope;
import org.sekisho.domain.agreement.freeze.Freezes;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.shared.Days;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** Freezes as rows. */
@ApplicationScoped
public class FreezeRows implements Freezes {

    private static final String AFFILIATED =
            """
            select a.organisation_id from affiliation a
            where a.person_id = :target and a.first_day <= :today and (a.last_day is null or a.last_day >= :today)
            """;
    private static final String RECEIVER =
            "select p.organisation_id from agreement_party p where p.agreement_id = :target and p.role = 'INSTITUTION_RECEIVING'";
    private static final String PARTIES =
            "select p.organisation_id from agreement_party p where p.agreement_id = :target and p.until_version is null";
    private static final String PARTIES_WITH =
            """
            select distinct p.organisation_id
            from agreement_party r join agreement_party p on p.agreement_id = r.agreement_id and p.until_version is null
            where r.role = 'INSTITUTION_RECEIVING'
              and r.organisation_id = any (cast(string_to_array(:concerned, ',') as uuid[]))
            """;
    private static final String DESIGNATED =
            """
            select distinct d.organisation_id from designation d
            where d.first_day <= :today and d.last_day >= :today and (d.ended_on is null or d.ended_on > :today)
            """;
    private static final String RIVALS =
            """
            select o.id from organisation o
            where o.kind = 'INSTITUTION' and not o.id = any (cast(string_to_array(:concerned, ',') as uuid[]))
            """;

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Inject
    private Clock clock;

    @Override
    public Optional<Freeze> find(UUID id) {
        return entities.listLocked(Freeze.class, "select f from Freeze f where f.id = :id", Map.of("id", id)).stream()
                .findFirst();
    }

    @Override
    public FreezeConcern concern(FreezeScope scope) {
        return scope.target()
                .map(target -> entrance.withReachOf(SystemReach.ACCESS_DECISION, () -> concern(scope, target)))
                .orElseGet(FreezeConcern::everything);
    }

    @Override
    public void add(Freeze freeze) {
        entities.add(freeze);
    }

    private FreezeConcern concern(FreezeScope scope, UUID target) {
        Set<UUID> concerned =
                switch (scope.kind()) {
                    case PERSON -> today(sql.query(AFFILIATED).with("target", target));
                    case ORGANISATION -> Set.of(target);
                    case AGREEMENT -> ids(sql.query(RECEIVER).with("target", target));
                    case ALL -> Set.of();
                };
        String joined = String.join(",", concerned.stream().map(UUID::toString).toList());
        Set<UUID> parties =
                switch (scope.kind()) {
                    case AGREEMENT -> ids(sql.query(PARTIES).with("target", target));
                    case PERSON, ORGANISATION -> ids(sql.query(PARTIES_WITH).with("concerned", joined));
                    case ALL -> Set.of();
                };
        return new FreezeConcern(
                concerned,
                parties,
                today(sql.query(DESIGNATED)),
                ids(sql.query(RIVALS).with("concerned", joined)));
    }

    private Set<UUID> today(Sql.Statement statement) {
        return ids(statement.with("today", Days.of(clock.instant())));
    }

    private static Set<UUID> ids(Sql.Statement statement) {
        List<UUID> found = statement.list(row -> row.id(0));
        return Set.copyOf(found);
    }
}
