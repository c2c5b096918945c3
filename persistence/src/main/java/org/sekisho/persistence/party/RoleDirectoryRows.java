package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.role.AssignmentState;
import org.sekisho.domain.party.role.RoleDirectory;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.Keyset;
import org.sekisho.persistence.shared.Keyset.Sort;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.persistence.shared.Sql.Statement;

/** Lists of roles. */
@ApplicationScoped
public class RoleDirectoryRows implements RoleDirectory {

    private static final String COLUMNS =
            """
            r.id, p.id, p.email, p.name_en, p.name_ja, r.role, o.id, o.short_name, o.name_en, o.name_ja, r.state, r.reason,
            r.requested_by, q.name_en, q.name_ja, r.requested_at, a.name_en, a.name_ja, k.name_en, k.name_ja,
            r.effective_at, r.closed_at, r.closed_reason, r.version
            """;
    /** Who asked, approved and confirmed may be out of the actor's sight: then the name is missing, and the row isn't. */
    private static final String SOURCE =
            """
            from role_assignment r
                join person p on p.id = r.person_id
                join organisation o on o.id = r.organisation_id
                left join person q on q.id = r.requested_by
                left join person a on a.id = r.approved_by
                left join person k on k.id = r.confirmed_by
            where true
            """;

    private static final Sort LATEST = Sort.latest("r.requested_at");
    private static final Keyset KEYSET = new Keyset(
            "r.id",
            LATEST,
            Map.of(
                    "requestedAt", LATEST,
                    "email", Sort.text("p.email"),
                    "role", Sort.text("r.role"),
                    "organisation", Sort.text("o.short_name"),
                    "state", Sort.text("r.state")));

    @Inject
    private Sql sql;

    @Override
    public Page<RoleRow> list(RoleFilter filter, PageRequest page) {
        return KEYSET.page(sql, COLUMNS, SOURCE, filtered(filter), page, RoleDirectoryRows::row);
    }

    @Override
    public List<RoleRow> of(UUID person) {
        return sql.query("select " + COLUMNS + SOURCE
                        + " and r.person_id = :person order by r.requested_at desc, r.id desc")
                .with("person", person)
                .list(RoleDirectoryRows::row);
    }

    @Override
    public Optional<RoleRow> row(UUID assignment) {
        return sql.query("select " + COLUMNS + SOURCE + " and r.id = :id")
                .with("id", assignment)
                .first(RoleDirectoryRows::row);
    }

    @Override
    public Page<RoleRow> waitingFor(UUID person, AssignmentState state, Optional<UUID> organisation, PageRequest page) {
        return KEYSET.page(
                sql,
                COLUMNS,
                SOURCE,
                statement -> statement
                        .and("and r.person_id <> :decider and (r.requested_by <> :decider or r.state <> 'REQUESTED')")
                        .with("decider", person)
                        .where("and r.state = :state", "state", Optional.of(state))
                        .where("and r.organisation_id = :organisation", "organisation", organisation),
                page,
                RoleDirectoryRows::row);
    }

    @Override
    public List<RoleRow> undecided(int each, int most) {
        return sql.query("select " + COLUMNS + SOURCE)
                .and(
                        """
                        and r.id in (select w.id
                                     from (select n.id, row_number() over (partition by n.organisation_id, n.state
                                                                           order by n.requested_at, n.id) as place
                                           from role_assignment n where n.state in ('REQUESTED', 'APPROVED')) w
                                     where w.place <= :each)
                        order by r.requested_at, r.id
                        """)
                .with("each", each)
                .and("limit " + most)
                .list(RoleDirectoryRows::row);
    }

    private static Function<Statement, Statement> filtered(RoleFilter filter) {
        return statement -> statement
                .where(
                        "and (p.email like lower(:text) or p.name_en ilike :text or p.name_ja ilike :text)",
                        "text",
                        filter.text().filter(text -> !text.isBlank()).map(Keyset::containing))
                .where("and r.person_id = :person", "person", filter.person())
                .where("and r.organisation_id = :organisation", "organisation", filter.organisation())
                .where("and r.role = :role", "role", filter.role())
                .where("and r.state = :state", "state", filter.state());
    }

    private static RoleRow row(Row row) {
        return new RoleRow(
                row.id(0),
                row.id(1),
                row.text(2),
                new Name(row.text(3), row.text(4)),
                row.constant(5, Role.class),
                row.id(6),
                row.text(7),
                new Name(row.text(8), row.text(9)),
                row.constant(10, AssignmentState.class),
                row.text(11),
                row.optionalId(12),
                name(row, 13),
                row.instant(15),
                name(row, 16),
                name(row, 18),
                row.optionalInstant(20),
                row.optionalInstant(21),
                row.text(22),
                Math.toIntExact(row.number(23)));
    }

    private static Optional<Name> name(Row row, int column) {
        return row.isNull(column) ? Optional.empty() : Optional.of(new Name(row.text(column), row.text(column + 1)));
    }
}
