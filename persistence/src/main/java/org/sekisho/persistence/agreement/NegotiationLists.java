package org.sekisho.persistence.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.CommentRow;
import org.sekisho.domain.agreement.ProposalRow;
import org.sekisho.domain.agreement.ProposalState;
import org.sekisho.domain.agreement.RemarkFilter;
import org.sekisho.domain.agreement.clause.ClauseJson;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Comments and proposals of rounds. Names of people stand there where row-level security shows the person. */
@ApplicationScoped
class NegotiationLists {

    private static final String TIME = "to_char(%s.made_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS')";

    private static final KeysetList COMMENTS = new KeysetList(
            "c.id, v.number, c.clause_kind, c.organisation_id, c.person_id, w.name_en, w.name_ja, c.text, c.made_at",
            """
            from agreement_comment c
                join agreement_version v on v.id = c.agreement_version_id
                left join person w on w.id = c.person_id
                left join organisation o on o.id = c.organisation_id
            """,
            "c.id",
            sorts("c"),
            "time",
            false);

    private static final String PROPOSAL_COLUMNS =
            """
            p.id, v.number, p.clause_kind, p.data, p.organisation_id, p.person_id, w.name_en, w.name_ja, p.reason, p.made_at, p.state,
            p.decided_at, p.decision_reason
            """;

    private static final String PROPOSALS_FROM =
            """
            from agreement_proposal p
                join agreement_version v on v.id = p.agreement_version_id
                left join person w on w.id = p.person_id
                left join organisation o on o.id = p.organisation_id
            """;

    private static final KeysetList PROPOSALS =
            new KeysetList(PROPOSAL_COLUMNS, PROPOSALS_FROM, "p.id", sortsOfProposals(), "time", false);

    @Inject
    private Sql sql;

    Page<CommentRow> comments(UUID agreement, RemarkFilter filter, PageRequest page) {
        return COMMENTS.page(
                sql, page, filters("c", "c.text", agreement, filter), row -> comment(row, KeysetList.FIRST));
    }

    Page<ProposalRow> proposals(UUID agreement, RemarkFilter filter, PageRequest page) {
        Filters filters = filters("p", "p.reason", agreement, filter)
                .withAnyOf("and p.state = any (string_to_array(:states, ','))", "states", filter.states());
        return PROPOSALS.page(sql, page, filters, row -> proposal(row, KeysetList.FIRST));
    }

    Optional<ProposalRow> findProposal(UUID id) {
        return sql.query("select " + PROPOSAL_COLUMNS + PROPOSALS_FROM + " where p.id = :id")
                .with("id", id)
                .first(row -> proposal(row, 0));
    }

    private static Filters filters(String table, String text, UUID agreement, RemarkFilter filter) {
        return new Filters()
                .with("and v.agreement_id = :agreement", "agreement", Optional.of(agreement))
                .with("and v.number = :version", "version", filter.version())
                .with("and " + table + ".clause_kind = :clause", "clause", filter.clause())
                .with("and " + table + ".organisation_id = :organisation", "organisation", filter.organisation())
                .with("and position(lower(:words) in lower(" + text + ")) > 0", "words", filter.words());
    }

    /** The ways to sort that comments and proposals share. */
    private static Map<String, String> sorts(String table) {
        return Map.of(
                "time",
                TIME.formatted(table),
                "version",
                "lpad(cast(v.number as text), 10, '0')",
                "clause",
                "coalesce(" + table + ".clause_kind, '')",
                "organisation",
                "coalesce(" + Naming.of("o") + ", '')");
    }

    private static Map<String, String> sortsOfProposals() {
        Map<String, String> sorts = new HashMap<>(sorts("p"));
        sorts.put("state", "p.state");
        return sorts;
    }

    private static CommentRow comment(Row row, int first) {
        return new CommentRow(
                row.id(first),
                (int) row.number(first + 1),
                row.optionalConstant(first + 2, ClauseKind.class),
                row.id(first + 3),
                row.id(first + 4),
                name(row, first + 5),
                row.text(first + 7),
                row.instant(first + 8));
    }

    private static ProposalRow proposal(Row row, int first) {
        return new ProposalRow(
                row.id(first),
                (int) row.number(first + 1),
                row.constant(first + 2, ClauseKind.class),
                row.optionalText(first + 3).map(ClauseJson::read),
                row.id(first + 4),
                row.id(first + 5),
                name(row, first + 6),
                row.text(first + 8),
                row.instant(first + 9),
                row.constant(first + 10, ProposalState.class),
                row.optionalInstant(first + 11),
                row.text(first + 12));
    }

    /** The name in two columns, where the person is seen. */
    static Optional<Name> name(Row row, int first) {
        return row.isNull(first) ? Optional.empty() : Optional.of(new Name(row.text(first), row.text(first + 1)));
    }
}
