package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.clause.AuditClause;
import org.sekisho.domain.agreement.clause.ClauseJson;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.engagement.AuditedAgreements;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Governing versions with an audit clause, and who belongs to whom. */
@ApplicationScoped
public class AuditedAgreementRows implements AuditedAgreements {

    private static final String GOVERNING =
            """
            select a.id, a.number, receiver.organisation_id, secretariat.organisation_id, audit.data, v.first_day, v.last_day,
                   (select string_agg(c.kind, ',') from agreement_clause c where c.agreement_version_id = v.id)
            from agreement a
                join agreement_version v on v.agreement_id = a.id and v.state = 'GOVERNING'
                join agreement_clause audit on audit.agreement_version_id = v.id and audit.kind = 'AUDIT'
                join agreement_party receiver on receiver.agreement_id = a.id and receiver.role = 'INSTITUTION_RECEIVING'
                join agreement_party secretariat on secretariat.agreement_id = a.id and secretariat.role = 'SECRETARIAT'
            """;

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public Optional<Audited> find(UUID agreement) {
        return sql.query(GOVERNING + " where a.id = :agreement")
                .with("agreement", agreement)
                .first(AuditedAgreementRows::audited);
    }

    @Override
    public List<Audited> governing(Optional<UUID> after, int limit) {
        return sql.query(GOVERNING + " where a.state in ('IN_FORCE', 'SUSPENDED')")
                .where("and a.id > :after", "after", after)
                .and("order by a.id limit " + limit)
                .list(AuditedAgreementRows::audited);
    }

    @Override
    public Set<UUID> parties(UUID agreement) {
        return new HashSet<>(sql.query(
                        "select organisation_id from agreement_party where agreement_id = :agreement and until_version is null")
                .with("agreement", agreement)
                .list(row -> row.id(0)));
    }

    @Override
    public Set<UUID> affiliations(UUID person, LocalDate day) {
        return new HashSet<>(sql.query(
                        """
                        select distinct organisation_id from affiliation
                        where person_id = :person and first_day <= :today
                          and (last_day is null or last_day > :leftAfter)
                        """)
                .with("person", person)
                .with("today", day)
                .with("leftAfter", day.minusYears(2).minusDays(1))
                .list(row -> row.id(0)));
    }

    @Override
    public List<Candidate> auditorsOf(UUID firm) {
        return sql.query("select p.id, " + Naming.of("p") + " as name, p.email from person p")
                .and("where p.state = 'ACTIVE' and exists (select from role_assignment r where r.person_id = p.id")
                .and("and r.organisation_id = :firm and r.role = 'AUDITOR' and r.state = 'IN_EFFECT')")
                .and("order by name, p.email")
                .with("firm", firm)
                .list(row -> new Candidate(row.id(0), row.text(1), row.text(2)));
    }

    @Override
    public Map<UUID, String> names(Set<UUID> people) {
        String ids = String.join(",", people.stream().map(UUID::toString).toList());
        Map<UUID, String> names = new HashMap<>();
        entrance.withReachOf(SystemReach.NAMES, () -> sql.query("select p.id, " + Naming.of("p") + " from person p")
                        .and("where p.id = any (cast(string_to_array(:ids, ',') as uuid[]))")
                        .with("ids", ids)
                        .list(row -> Map.entry(row.id(0), row.text(1))))
                .forEach(name -> names.put(name.getKey(), name.getValue()));
        return names;
    }

    private static Audited audited(Row row) {
        if (!(ClauseJson.read(row.text(4)) instanceof AuditClause clause)) {
            throw new IllegalStateException("Another kind of clause is kept as audit clause: " + row.id(0));
        }
        Set<ClauseKind> kinds = row.list(7).stream()
                .map(ClauseKind::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ClauseKind.class)));
        Set<EvidenceSection> sections = Arrays.stream(EvidenceSection.values())
                .filter(section -> kinds.contains(section.clause()))
                .collect(Collectors.toSet());
        return new Audited(row.id(0), row.text(1), row.id(2), row.id(3), clause, row.day(5), row.day(6), sections);
    }
}
