package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.person.AffiliationKind;
import org.sekisho.domain.party.person.PeopleDirectory;
import org.sekisho.domain.party.person.PersonState;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.Keyset;
import org.sekisho.persistence.shared.Keyset.Sort;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.persistence.shared.Sql.Statement;

/** Lists of people. */
@ApplicationScoped
public class PeopleDirectoryRows implements PeopleDirectory {

    private static final String COLUMNS =
            """
            p.id, p.email, p.name_en, p.name_ja, o.id, o.short_name, o.name_en, o.name_ja,
            (select string_agg(distinct r.role, ',') from role_assignment r where r.person_id = p.id and r.state = 'IN_EFFECT'),
            c.second_factor_enrolled_at is not null, c.last_signed_in_at, p.state
            """;
    private static final int WIDTH = 12;
    /** A host's administrator sees the secondee, and not their credential. */
    private static final String SOURCE =
            """
            from person p
                join organisation o on o.id = p.home_organisation_id
                left join credential c on c.person_id = p.id
            where true
            """;

    private static final Sort BY_EMAIL = Sort.text("p.email");
    private static final Keyset KEYSET = new Keyset(
            "p.id",
            BY_EMAIL,
            Map.of(
                    "email", BY_EMAIL,
                    "name", Sort.text("lower(p.name_en || p.name_ja)"),
                    "organisation", Sort.text("o.short_name"),
                    "lastSignedIn", Sort.latest("coalesce(c.last_signed_in_at, p.created_at - interval '100 years')"),
                    "state", Sort.text("p.state")));

    private static final String AFFILIATION =
            "o.id, o.short_name, o.name_en, o.name_ja, a.kind, a.first_day, a.last_day";
    private static final String AFFILIATIONS_OF =
            " from affiliation a join organisation o on o.id = a.organisation_id where a.person_id = :person ";
    private static final Sort BY_FIRST_DAY = Sort.text("cast(a.first_day as text)");
    private static final Keyset AFFILIATIONS = new Keyset(
            "a.id",
            BY_FIRST_DAY,
            Map.of(
                    "first", BY_FIRST_DAY,
                    "organisation", Sort.text("o.short_name"),
                    "kind", Sort.text("a.kind")));

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public Page<PersonRow> list(PersonFilter filter, PageRequest page) {
        return KEYSET.page(sql, COLUMNS, SOURCE, filtered(filter), page, PeopleDirectoryRows::row);
    }

    @Override
    public Optional<PersonView> view(UUID person) {
        return view("and p.id = :which", person);
    }

    @Override
    public Optional<PersonView> viewByEmail(String email) {
        return view("and p.email = lower(cast(:which as text))", email.strip());
    }

    @Override
    public int organisationCount() {
        return sql.query("select count(distinct home_organisation_id) from person")
                .first(row -> Math.toIntExact(row.number(0)))
                .orElse(0);
    }

    @Override
    public List<PersonName> names(Set<UUID> people) {
        if (people.isEmpty()) {
            return List.of();
        }
        String list = people.stream().map(UUID::toString).collect(Collectors.joining(","));
        return entrance.withReachOf(SystemReach.NAMES, () -> sql.query(
                        """
                                select id, email, name_en, name_ja, home_organisation_id from person
                                where id = any (cast(string_to_array(:list, ',') as uuid[]))
                                """)
                .with("list", list)
                .list(row -> new PersonName(row.id(0), row.text(1), new Name(row.text(2), row.text(3)), row.id(4))));
    }

    private static Function<Statement, Statement> filtered(PersonFilter filter) {
        return statement -> statement
                .where(
                        "and (p.email like lower(:text) or p.name_en ilike :text or p.name_ja ilike :text)",
                        "text",
                        filter.text().filter(text -> !text.isBlank()).map(Keyset::containing))
                .where("and p.home_organisation_id = :organisation", "organisation", filter.organisation())
                .where(
                        """
                        and exists (select from role_assignment h
                                    where h.person_id = p.id and h.state = 'IN_EFFECT' and h.role = :role)
                        """,
                        "role",
                        filter.role())
                .where("and p.state = :state", "state", filter.state())
                .where(
                        "and (c.second_factor_enrolled_at is not null) = :secondFactor",
                        "secondFactor",
                        filter.secondFactor());
    }

    private Optional<PersonView> view(String condition, Object which) {
        Optional<PersonView> bare = sql.query("select " + COLUMNS
                        + ", p.language, p.state_reason, p.state_changed_by, p.state_changed_at, c.locked_until,"
                        + " p.created_at, p.version "
                        + SOURCE)
                .and(condition)
                .with("which", which)
                .first(PeopleDirectoryRows::viewed);
        return bare.map(view -> new PersonView(
                view.row(),
                view.language(),
                view.stateReason(),
                view.stateChangedBy(),
                view.stateChangedAt(),
                view.lockedUntil(),
                view.createdAt(),
                affiliations(view.row().id()),
                view.version()));
    }

    private List<AffiliationRow> affiliations(UUID person) {
        return sql.query("select " + AFFILIATION + AFFILIATIONS_OF)
                .with("person", person)
                .and("order by a.first_day, a.id")
                .list(PeopleDirectoryRows::affiliation);
    }

    @Override
    public Page<AffiliationRow> affiliations(UUID person, Optional<AffiliationKind> kind, PageRequest page) {
        return AFFILIATIONS.page(
                sql,
                AFFILIATION,
                AFFILIATIONS_OF,
                statement -> statement.with("person", person).where("and a.kind = :kind", "kind", kind),
                page,
                PeopleDirectoryRows::affiliation);
    }

    private static AffiliationRow affiliation(Row row) {
        return new AffiliationRow(
                row.id(0),
                row.text(1),
                new Name(row.text(2), row.text(3)),
                row.constant(4, AffiliationKind.class),
                row.day(5),
                row.optionalDay(6));
    }

    private static PersonView viewed(Row row) {
        return new PersonView(
                row(row),
                row.constant(WIDTH, ReadingLanguage.class),
                row.text(WIDTH + 1),
                row.text(WIDTH + 2),
                row.instant(WIDTH + 3),
                row.optionalInstant(WIDTH + 4),
                row.instant(WIDTH + 5),
                List.of(),
                Math.toIntExact(row.number(WIDTH + 6)));
    }

    private static PersonRow row(Row row) {
        Set<Role> roles = row.list(8).stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
        return new PersonRow(
                row.id(0),
                row.text(1),
                new Name(row.text(2), row.text(3)),
                row.id(4),
                row.text(5),
                new Name(row.text(6), row.text(7)),
                roles,
                row.flag(9),
                row.optionalInstant(10),
                row.constant(11, PersonState.class));
    }
}
