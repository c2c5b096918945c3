package org.sekisho.persistence.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.ApprovalState;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.agreement.waiting.PartyInForce;
import org.sekisho.domain.agreement.waiting.PartyInRound;
import org.sekisho.domain.agreement.waiting.PartyInSigning;
import org.sekisho.domain.agreement.waiting.Place;
import org.sekisho.domain.agreement.waiting.WaitingAgreements;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** How parties stand to agreements, one query for each stage. */
@ApplicationScoped
public class WaitingAgreementRows implements WaitingAgreements {

    private static final String PLACE =
            "select a.id, a.number, v.id, v.number, p.organisation_id, p.organisation_kind, p.role, ";

    private static final String PARTIES =
            """
            from agreement_version v
                join agreement a on a.id = v.agreement_id
                join agreement_party p on p.agreement_id = a.id and p.since_version <= v.number
                                      and (p.until_version is null or p.until_version > v.number)
            """;

    private static final String IN_ROUND = PLACE
            + """
            v.round_ends_at, v.round_closed_at,
            (select count(*) from agreement_proposal o where o.agreement_version_id = v.id and o.state = 'OPEN'),
            (select string_agg(distinct cast(o.person_id as text), ',') from agreement_proposal o
             where o.agreement_version_id = v.id and o.state = 'OPEN'),
            (select count(*) from agreement_comment c
             where c.agreement_version_id = v.id and c.organisation_id <> p.organisation_id
               and c.made_at > coalesce((select max(m.made_at) from agreement_comment m
                                         where m.agreement_version_id = v.id and m.organisation_id = p.organisation_id), '-infinity')),
            exists (select from agreement_comment c where c.agreement_version_id = v.id and c.organisation_id = p.organisation_id)
                or exists (select from agreement_proposal o
                           where o.agreement_version_id = v.id and o.organisation_id = p.organisation_id)
            """
            + PARTIES
            + "where v.state in ('DRAFT', 'NEGOTIATION') and a.state not in ('EXPIRED', 'TERMINATED', 'WITHDRAWN')";

    private static final String IN_SIGNING = PLACE
            + """
            k.organisation_id, v.state = 'GOVERNING', v.governs_from, v.last_day,
            (select i.state from internal_approval i
             where i.agreement_version_id = v.id and i.organisation_id = p.organisation_id and i.state <> 'RETURNED'
               and i.content_hash = v.content_hash),
            s.id is not null, s.coordinator_person_id, s.party_person_id,
            (select string_agg(distinct cast(h.person_id as text), ',')
             from signing_authority h
                 join role_assignment r on r.person_id = h.person_id and r.organisation_id = h.organisation_id
                                       and r.role = 'SIGNATORY' and r.state = 'IN_EFFECT'
             where h.organisation_id = p.organisation_id and h.revoked_at is null and h.valid_until >= :today),
            exists (select from signing_authority h
                    where h.organisation_id = p.organisation_id and h.revoked_at is null and h.valid_until >= :today)
            """
            + PARTIES
            + """
                join agreement_party k on k.agreement_id = a.id and k.role = 'SECRETARIAT'
                left join agreement_signature s on s.agreement_version_id = v.id and s.organisation_id = p.organisation_id
                                               and s.state = 'UNCONFIRMED'
            where (v.state = 'SIGNING'
                   or v.state = 'GOVERNING' and a.state = 'SUSPENDED'
                      and exists (select from agreement_suspension w
                                  where w.agreement_id = a.id and w.organisation_id = p.organisation_id
                                    and w.cause = 'SIGNATURE_WITHDRAWN' and w.ended_at is null))
              and v.last_day >= :today and a.state not in ('EXPIRED', 'TERMINATED', 'WITHDRAWN')
              and not exists (select from agreement_signature e
                              where e.agreement_version_id = v.id and e.organisation_id = p.organisation_id
                                and e.state = 'IN_EFFECT')
            """;

    private static final String IN_FORCE =
            """
            select a.id, a.number, v.id, v.number, o.id, o.kind, p.role, v.last_day,
                   exists (select from agreement_version n
                           where n.agreement_id = a.id and n.state in ('DRAFT', 'NEGOTIATION', 'SIGNING', 'SIGNED')),
                   w.id is not null, w.oversight_person_id, w.concerned_person_id
            from agreement a
                join agreement_version v on v.agreement_id = a.id and v.state = 'GOVERNING'
                left join agreement_suspension w on w.agreement_id = a.id and w.cause = 'DECISION' and w.ended_at is null
                join organisation o on o.state = 'ACTIVE'
                left join agreement_party p on p.agreement_id = a.id and p.organisation_id = o.id and p.until_version is null
            where a.state in ('IN_FORCE', 'SUSPENDED') and (w.id is not null or v.last_day < :horizon)
              and (p.id is not null or o.kind = 'AUTHORITY' and w.concerned_person_id is not null and is_designated(o.id, :today))
            """;

    @Inject
    private Sql sql;

    @Override
    public List<PartyInRound> inRound(Optional<UUID> organisation, int most) {
        return sql.query(IN_ROUND)
                .where("and p.organisation_id = :organisation", "organisation", organisation)
                .and("order by a.number, p.position limit " + most)
                .list(row -> new PartyInRound(
                        place(row),
                        row.optionalInstant(7),
                        row.optionalInstant(8),
                        (int) row.number(9),
                        row.ids(10),
                        (int) row.number(11),
                        row.flag(12)));
    }

    @Override
    public List<PartyInSigning> inSigning(Optional<UUID> organisation, LocalDate today, int most) {
        return sql.query(IN_SIGNING)
                .with("today", today)
                .where(
                        "and (p.organisation_id = :organisation or s.id is not null and k.organisation_id = :organisation)",
                        "organisation",
                        organisation)
                .and("order by a.number, p.position limit " + most)
                .list(row -> new PartyInSigning(
                        place(row),
                        row.id(7),
                        row.flag(8),
                        row.day(9),
                        row.day(10),
                        row.optionalConstant(11, ApprovalState.class),
                        row.flag(12)
                                ? Optional.of(new PartyInSigning.Unconfirmed(row.optionalId(13), row.optionalId(14)))
                                : Optional.empty(),
                        row.ids(15),
                        row.flag(16)));
    }

    @Override
    public List<PartyInForce> inForce(Optional<UUID> organisation, LocalDate today, int most) {
        return sql.query(IN_FORCE)
                .with("today", today)
                .with("horizon", today.plus(PartyInForce.WARNED_BEFORE))
                .where("and o.id = :organisation", "organisation", organisation)
                .and("order by a.number, o.id limit " + most)
                .list(row -> new PartyInForce(
                        place(row),
                        row.day(7),
                        row.flag(8),
                        row.flag(9)
                                ? Optional.of(new PartyInForce.Suspended(row.optionalId(10), row.optionalId(11)))
                                : Optional.empty()));
    }

    private static Place place(Row row) {
        return new Place(
                row.id(0),
                row.text(1),
                row.id(2),
                (int) row.number(3),
                row.id(4),
                row.constant(5, OrganisationKind.class),
                row.optionalConstant(6, PartyRole.class));
    }
}
