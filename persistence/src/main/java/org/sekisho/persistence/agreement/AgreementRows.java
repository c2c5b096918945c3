package org.sekisho.persistence.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.Agreement;
import org.sekisho.domain.agreement.Agreements;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** Agreements as rows, and what time has to do with them. */
@ApplicationScoped
public class AgreementRows implements Agreements {

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Override
    public Optional<Agreement> find(UUID id) {
        return entities.find(Agreement.class, id);
    }

    @Override
    public Optional<Agreement> lock(UUID id) {
        return entities.lockAndRaise(Agreement.class, id);
    }

    @Override
    public void add(Agreement agreement) {
        entities.add(agreement);
    }

    @Override
    public String nextNumber(int year) {
        long last = sql.query(
                        """
                        insert into agreement_number (year, last) values (:year, 1)
                        on conflict (year) do update set last = agreement_number.last + 1
                        returning last
                        """)
                .with("year", year)
                .first(row -> row.number(0))
                .orElseThrow();
        return String.format("AGR-%04d-%04d", year, last);
    }

    @Override
    public List<UUID> withTermToStart(LocalDate today, int limit) {
        return sql.query(
                        """
                        select v.agreement_id from agreement_version v
                        where v.state = 'SIGNED' and v.governs_from <= :today and v.last_day >= :today
                        order by v.governs_from, v.agreement_id limit :most
                        """)
                .with("today", today)
                .with("most", limit)
                .list(row -> row.id(0));
    }

    @Override
    public List<UUID> withTermOver(LocalDate today, int limit) {
        return sql.query(
                        """
                        select g.agreement_id from agreement_version g
                            join agreement a on a.id = g.agreement_id and a.state in ('IN_FORCE', 'SUSPENDED')
                        where g.state = 'GOVERNING' and g.last_day < :today
                          and not exists (select from agreement_version s
                                          where s.agreement_id = g.agreement_id and s.state = 'SIGNED' and s.last_day >= :today)
                        order by g.last_day, g.agreement_id limit :most
                        """)
                .with("today", today)
                .with("most", limit)
                .list(row -> row.id(0));
    }

    @Override
    public List<UUID> withRoundOver(Instant now, int limit) {
        return sql.query(
                        """
                        select v.agreement_id from agreement_version v
                        where v.state = 'NEGOTIATION' and v.round_closed_at is null and v.round_ends_at <= :now
                        order by v.round_ends_at, v.agreement_id limit :most
                        """)
                .with("now", now)
                .with("most", limit)
                .list(row -> row.id(0));
    }
}
