package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.agreement.access.AgreementFacts;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseJson;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Reads an agreement as decisions see it: the version that governs, or governed last, with its clauses, parties and signatures. */
@ApplicationScoped
public class AgreementFactRows {

    private static final System.Logger LOG = System.getLogger(AgreementFactRows.class.getName());

    private static final String HEAD =
            """
            select a.state as agreement_state, v.id as version_id, v.number as version_number, v.content_hash, p.phase,
                   coalesce(v.number, (select max(l.number) from agreement_version l where l.agreement_id = a.id), 1) as parties_of
            from agreement a
                left join lateral (select g.id, g.number, g.content_hash from agreement_version g
                                   where g.agreement_id = a.id and g.governs_since is not null
                                   order by (g.state = 'GOVERNING') desc, g.number desc limit 1) v on true
                left join agreement_phase p on p.agreement_id = a.id and p.ended_at is null
            where a.id = :agreement
            """;

    /** A signature counts for the hash of its version and for a party to it; one that was withdrawn doesn't. */
    private static final String PARTIES =
            """
            select p.organisation_id, p.role,
                   exists (select from agreement_signature s
                           where s.agreement_version_id = cast(:version as uuid) and s.organisation_id = p.organisation_id
                             and s.state = 'IN_EFFECT' and s.content_hash = :hash) as signed
            from agreement_party p
            where p.agreement_id = :agreement and p.since_version <= :number
              and (p.until_version is null or p.until_version > :number)
            """;

    private static final String CLAUSES = "select data from agreement_clause where agreement_version_id = :version";

    @Inject
    private Sql sql;

    /** The agreement; empty where there is none, or where it can't be understood, which is then in the log. */
    Optional<AgreementFacts> load(UUID agreement) {
        return sql.query(HEAD).with("agreement", agreement).first(Head::of).flatMap(head -> load(agreement, head));
    }

    private Optional<AgreementFacts> load(UUID agreement, Head head) {
        List<Party> parties = sql.query(PARTIES)
                .with("agreement", agreement)
                .with("version", head.version().map(UUID::toString).orElse(new UUID(0, 0).toString()))
                .with("hash", head.hash().orElse(""))
                .with("number", head.partiesOf())
                .list(row -> new Party(row.id(0), row.constant(1, PartyRole.class), row.flag(2)));
        List<String> clauses = head.version()
                .map(version -> sql.query(CLAUSES).with("version", version).list(row -> row.text(0)))
                .orElse(List.of());
        try {
            return Optional.of(facts(agreement, head, parties, clauses));
        } catch (Refusal unreadable) {
            LOG.log(Level.ERROR, "The clauses of agreement " + agreement + " can't be read", unreadable);
            return Optional.empty();
        }
    }

    private static AgreementFacts facts(UUID agreement, Head head, List<Party> parties, List<String> clauses) {
        Map<UUID, PartyRole> capacities = new HashMap<>();
        parties.forEach(party -> capacities.put(party.organisation(), party.role()));
        List<Clause> read = clauses.stream().map(ClauseJson::read).toList();
        int signed = (int) parties.stream().filter(Party::signed).count();
        return new AgreementFacts(
                agreement,
                head.state(),
                capacities,
                head.version()
                        .map(version -> new AgreementFacts.Signatures(
                                head.partiesOf(), head.hash().orElse(""), signed, parties.size())),
                AgreementFacts.byKind(read),
                head.phase());
    }

    private record Party(UUID organisation, PartyRole role, boolean signed) {}

    private record Head(
            AgreementState state, Optional<UUID> version, Optional<String> hash, Optional<Phase> phase, int partiesOf) {

        static Head of(Row row) {
            return new Head(
                    row.constant(0, AgreementState.class),
                    row.optionalId(1),
                    row.optionalText(3),
                    row.optionalConstant(4, Phase.class),
                    (int) row.number(5));
        }
    }
}
