package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.release.ReleaseReceipt;
import org.sekisho.domain.report.release.WaitingReleases;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.QueueSource.Waiting;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Releases that wait, one query for each sort. */
@ApplicationScoped
public class WaitingReleaseRows implements WaitingReleases {

    /** Authorities that see the report, once it is theirs to see. */
    private static final String AUTHORITIES =
            """
            (select string_agg(cast(u.id as text), ',') from report r cross join organisation u
             where r.id = l.report_id and r.authority_reads_since is not null and u.kind = 'AUTHORITY' and u.state = 'ACTIVE'
               and u.id <> l.recipient_id
               and (is_designated(u.id, me.day)
                    or exists (select from agreement_party p
                               where p.agreement_id = l.agreement_id and p.organisation_id = u.id and p.until_version is null)))
            """;

    /** People of others who belong to the recipient, or did in the last two years; and those of an authority who did so to the owner. */
    private static final String TIED =
            """
            (select string_agg(distinct cast(f.person_id as text), ',') from affiliation f
                 join affiliation g on g.person_id = f.person_id and g.organisation_id <> f.organisation_id
                 join organisation u on u.id = g.organisation_id
             where (f.organisation_id = l.recipient_id or (f.organisation_id = l.organisation_id and u.kind = 'AUTHORITY'))
               and f.first_day <= me.day and (f.last_day is null or me.day < f.last_day + 1 + interval '2 years'))
            """;

    private static final String UNAPPROVED =
            """
            select l.id, l.organisation_id, t.name_en, t.name_ja, n.role, l.requested_by_person_id,
                   (select string_agg(cast(a.person_id as text), ',') from report_release_approval a where a.release_id = l.id),
            """
                    + TIED + ", " + AUTHORITIES
                    + """
            from (select cast(:today as date) as day) me
                cross join report_release l join report_release_needed n on n.release_id = l.id join organisation t on t.id = l.recipient_id
            where l.state = 'REQUESTED'
              and n.count > (select count(*) from report_release_approval a where a.release_id = l.id and a.role = n.role)
            """;

    private static final String UNCONFIRMED =
            """
            select l.id, l.recipient_id, l.kind, l.people, l.confirmed
            from (select x.id, x.recipient_id, x.state_at, k.kind,
                         (select string_agg(cast(p.person_id as text), ',') from report_release_person p where p.release_id = x.id) as people,
                         (select string_agg(cast(c.person_id as text), ',') from report_release_receipt c
                          where c.release_id = x.id and c.kind = k.kind) as confirmed
                  from report_release x
                      join (values ('RELEASED', 'RECEIVED'), ('RECALLED', 'DESTROYED')) k (state, kind) on k.state = x.state) l
            where (l.confirmed is null
                   or exists (select from report_release_person p
                              where p.release_id = l.id
                                and not exists (select from report_release_receipt c
                                                where c.release_id = l.id and c.kind = l.kind and c.person_id = p.person_id)))
            """;

    @Inject
    private Sql sql;

    @Override
    public List<MissingApproval> unapproved(Optional<Waiting> who, int most, Instant now) {
        return sql.query(UNAPPROVED)
                .with("today", Days.of(now))
                .where(
                        "and n.role = any (string_to_array(:roles, ','))",
                        "roles",
                        who.map(asker -> String.join(",", asker.roles())))
                .where("and l.requested_by_person_id <> :person", "person", who.map(Waiting::person))
                .and("order by l.requested_at, l.id, n.role limit :most")
                .with("most", most)
                .list(WaitingReleaseRows::approval);
    }

    private static MissingApproval approval(Row row) {
        Set<UUID> except = new HashSet<>(row.ids(6));
        except.add(row.id(5));
        except.addAll(row.ids(7));
        return new MissingApproval(
                row.id(0),
                row.id(1),
                new Name(row.text(2), row.text(3)),
                row.constant(4, Role.class),
                row.ids(8),
                except);
    }

    @Override
    public List<MissingReceipt> unconfirmed(Optional<Waiting> who, int most) {
        return sql.query(UNCONFIRMED)
                .where("and l.recipient_id = :own", "own", who.map(Waiting::organisation))
                .and("order by l.state_at, l.id limit :most")
                .with("most", most)
                .list(row -> new MissingReceipt(
                        row.id(0), row.id(1), row.constant(2, ReleaseReceipt.Kind.class), row.ids(3), row.ids(4)));
    }
}
