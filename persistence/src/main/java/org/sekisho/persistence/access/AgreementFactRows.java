package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
            select a.id, a.state as agreement_state, v.id as version_id, v.content_hash, p.phase,
                   coalesce(v.number, (select max(l.number) from agreement_version l where l.agreement_id = a.id), 1) as parties_of
            from agreement a
                left join lateral (select g.id, g.number, g.content_hash from agreement_version g
                                   where g.agreement_id = a.id and g.governs_since is not null
                                   order by (g.state = 'GOVERNING') desc, g.number desc limit 1) v on true
                left join agreement_phase p on p.agreement_id = a.id and p.ended_at is null
            where a.id = any (cast(string_to_array(:agreements, ',') as uuid[]))
            """;

    /** A signature counts for the hash of its version and for a party to it; one that was withdrawn doesn't. */
    private static final String PARTIES = "with head as (" + HEAD
            + """
            )
            select h.id, p.organisation_id, p.role,
                   exists (select from agreement_signature s
                           where s.agreement_version_id = h.version_id and s.organisation_id = p.organisation_id
                             and s.state = 'IN_EFFECT' and s.content_hash = h.content_hash) as signed
            from head h
                join agreement_party p on p.agreement_id = h.id and p.since_version <= h.parties_of
                                      and (p.until_version is null or p.until_version > h.parties_of)
            """;

    private static final String CLAUSES =
            """
            select agreement_version_id, data from agreement_clause
            where agreement_version_id = any (cast(string_to_array(:versions, ',') as uuid[]))
            """;

    @Inject
    private Sql sql;

    /** The agreement; empty where there is none, or where it can't be understood, which is then in the log. */
    Optional<AgreementFacts> load(UUID agreement) {
        return Optional.ofNullable(load(Set.of(agreement)).get(agreement));
    }

    /** The agreements there are among these, without any that can't be understood, which are then in the log. */
    Map<UUID, AgreementFacts> load(Set<UUID> agreements) {
        String ids = Sql.ids(agreements);
        List<Head> heads = sql.query(HEAD).with("agreements", ids).list(Head::of);
        Map<UUID, List<Party>> parties = sql.query(PARTIES).with("agreements", ids).list(Party::of).stream()
                .collect(Collectors.groupingBy(Party::agreement));
        Map<UUID, List<String>> clauses =
                clauses(heads.stream().flatMap(head -> head.version().stream()).toList());
        Map<UUID, AgreementFacts> known = new HashMap<>();
        for (Head head : heads) {
            List<String> written = head.version()
                    .map(version -> clauses.getOrDefault(version, List.of()))
                    .orElse(List.of());
            try {
                known.put(head.agreement(), facts(head, parties.getOrDefault(head.agreement(), List.of()), written));
            } catch (Refusal unreadable) {
                LOG.log(Level.ERROR, "The clauses of agreement " + head.agreement() + " can't be read", unreadable);
            }
        }
        return known;
    }

    private Map<UUID, List<String>> clauses(List<UUID> versions) {
        Map<UUID, List<String>> clauses = new HashMap<>();
        sql.query(CLAUSES).with("versions", Sql.ids(versions)).list(row -> clauses.computeIfAbsent(
                        row.id(0), any -> new ArrayList<>())
                .add(row.text(1)));
        return clauses;
    }

    private static AgreementFacts facts(Head head, List<Party> parties, List<String> clauses) {
        Map<UUID, PartyRole> capacities = new HashMap<>();
        parties.forEach(party -> capacities.put(party.organisation(), party.role()));
        List<Clause> read = clauses.stream().map(ClauseJson::read).toList();
        int signed = (int) parties.stream().filter(Party::signed).count();
        return new AgreementFacts(
                head.agreement(),
                head.state(),
                capacities,
                head.version()
                        .map(version -> new AgreementFacts.Signatures(
                                head.partiesOf(), head.hash().orElse(""), signed, parties.size())),
                AgreementFacts.byKind(read),
                head.phase());
    }

    private record Party(UUID agreement, UUID organisation, PartyRole role, boolean signed) {

        static Party of(Row row) {
            return new Party(row.id(0), row.id(1), row.constant(2, PartyRole.class), row.flag(3));
        }
    }

    private record Head(
            UUID agreement,
            AgreementState state,
            Optional<UUID> version,
            Optional<String> hash,
            Optional<Phase> phase,
            int partiesOf) {

        static Head of(Row row) {
            return new Head(
                    row.id(0),
                    row.constant(1, AgreementState.class),
                    row.optionalId(2),
                    row.optionalText(3),
                    row.optionalConstant(4, Phase.class),
                    (int) row.number(5));
        }
    }
}
