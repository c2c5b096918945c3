package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.sekisho.domain.party.MailDomain;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.organisation.DesignationStanding;
import org.sekisho.domain.party.organisation.LinkKey;
import org.sekisho.domain.party.organisation.OrganisationDirectory;
import org.sekisho.domain.party.organisation.OrganisationState;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.Keyset;
import org.sekisho.persistence.shared.Keyset.Sort;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.persistence.shared.Sql.Statement;

/** Lists of organisations. */
@ApplicationScoped
public class OrganisationDirectoryRows implements OrganisationDirectory {

    private static final String COLUMNS = "o.id, o.short_name, o.name_en, o.name_ja, o.kind, o.state";
    private static final int WIDTH = 6;
    private static final String MAIL_DOMAINS =
            """
            (select string_agg(d.domain, ',' order by d.domain) from organisation_mail_domain d where d.organisation_id = o.id)
            """;
    private static final String PEOPLE =
            """
            (select count(*) from person p where p.home_organisation_id = o.id and p.state <> 'DEACTIVATED')
            """;
    private static final Sort BY_SHORT_NAME = Sort.text("o.short_name");
    private static final Keyset KEYSET = new Keyset(
            "o.id",
            BY_SHORT_NAME,
            Map.of(
                    "shortName", BY_SHORT_NAME,
                    "name", Sort.text("lower(o.name_en)"),
                    "kind", Sort.text("o.kind"),
                    "state", Sort.text("o.state")));

    private static final String DESIGNATION = "d.id, d.document, d.first_day, d.last_day, d.ended_on, d.ended_reason";
    private static final Sort LATEST_FIRST_DAY = new Sort("cast(d.first_day as text)", "text", true);
    private static final Keyset DESIGNATIONS = new Keyset(
            "d.id",
            LATEST_FIRST_DAY,
            Map.of(
                    "first", LATEST_FIRST_DAY,
                    "last", Sort.text("cast(d.last_day as text)"),
                    "document", Sort.text("d.document")));

    @Inject
    private Sql sql;

    @Override
    public Page<OrganisationRow> list(OrganisationFilter filter, PageRequest page) {
        return KEYSET.page(
                sql, COLUMNS, "from organisation o where true", filtered(filter), page, OrganisationDirectoryRows::row);
    }

    @Override
    public Page<OrganisationListRow> administer(OrganisationFilter filter, PageRequest page, Instant now) {
        return KEYSET.page(
                sql,
                COLUMNS + ", " + MAIL_DOMAINS + ", " + PEOPLE + ", g.document, g.last_day",
                """
                from organisation o left join lateral (
                    select g.document, g.last_day from designation g
                    where g.organisation_id = o.id and g.first_day <= :today and g.last_day >= :today
                      and (g.ended_on is null or g.ended_on >= :today)
                    order by g.last_day desc, g.id limit 1) g on true
                where true
                """,
                statement -> filtered(filter).apply(statement.with("today", Days.of(now))),
                page,
                row -> new OrganisationListRow(
                        row(row),
                        readable(row, WIDTH),
                        Math.toIntExact(row.number(WIDTH + 1)),
                        row.optionalText(WIDTH + 2),
                        row.optionalDay(WIDTH + 3)));
    }

    @Override
    public List<OrganisationRow> choices() {
        return sql.query("select " + COLUMNS + " from organisation o where o.state = 'ACTIVE' order by o.short_name")
                .list(OrganisationDirectoryRows::row);
    }

    @Override
    public Optional<OrganisationRow> row(UUID organisation) {
        return sql.query("select " + COLUMNS + " from organisation o where o.id = :id")
                .with("id", organisation)
                .first(OrganisationDirectoryRows::row);
    }

    @Override
    public Optional<OrganisationRow> rowByShortName(String shortName) {
        return sql.query("select " + COLUMNS + " from organisation o where o.short_name = :shortName")
                .with("shortName", shortName)
                .first(OrganisationDirectoryRows::row);
    }

    @Override
    public Optional<OrganisationView> view(UUID organisation) {
        List<DesignationRow> designations = sql.query(
                        "select " + DESIGNATION
                                + " from designation d where d.organisation_id = :organisation order by d.first_day desc, d.id desc")
                .with("organisation", organisation)
                .list(OrganisationDirectoryRows::designation);
        return sql.query(
                        "select " + COLUMNS + ", " + MAIL_DOMAINS + ", " + PEOPLE
                                + """
                        , exists (select from role_assignment r
                                  where r.organisation_id = o.id and r.state = 'IN_EFFECT'
                                    and r.role in ('ORGANISATION_ADMINISTRATOR', 'ADMINISTRATOR')),
                        o.created_at, o.version, o.link_key
                        from organisation o where o.id = :id
                        """)
                .with("id", organisation)
                .first(row -> new OrganisationView(
                        row(row),
                        readable(row, WIDTH),
                        designations,
                        Math.toIntExact(row.number(WIDTH + 1)),
                        row.flag(WIDTH + 2),
                        row.instant(WIDTH + 3),
                        Math.toIntExact(row.number(WIDTH + 4)),
                        row.optionalText(WIDTH + 5).map(LinkKey::new)));
    }

    @Override
    public Page<DesignationRow> designations(
            UUID organisation, Optional<DesignationStanding> standing, PageRequest page, LocalDate today) {
        return DESIGNATIONS.page(
                sql,
                DESIGNATION,
                "from designation d where d.organisation_id = :organisation",
                statement -> statement
                        .with("organisation", organisation)
                        .where("and " + standing(standing), "today", standing.map(any -> today)),
                page,
                OrganisationDirectoryRows::designation);
    }

    /** A condition on the parameter {@code today}. */
    private static String standing(Optional<DesignationStanding> standing) {
        return switch (standing.orElse(DesignationStanding.HOLDS)) {
            case COMING -> "d.first_day > :today";
            case HOLDS -> "d.first_day <= :today and least(d.last_day, d.ended_on) >= :today";
            case OVER -> "least(d.last_day, d.ended_on) < :today";
        };
    }

    private static DesignationRow designation(Row row) {
        return new DesignationRow(
                row.id(0), row.text(1), row.day(2), row.day(3), row.optionalDay(4), row.optionalText(5));
    }

    private static Function<Statement, Statement> filtered(OrganisationFilter filter) {
        return statement -> statement
                .where(
                        "and (o.short_name like :text or o.name_en ilike :text or o.name_ja ilike :text)",
                        "text",
                        filter.text().filter(text -> !text.isBlank()).map(Keyset::containing))
                .where("and o.kind = :kind", "kind", filter.kind())
                .where("and o.state = :state", "state", filter.state());
    }

    private static List<String> readable(Row row, int column) {
        return row.list(column).stream()
                .map(domain -> new MailDomain(domain).readable())
                .toList();
    }

    private static OrganisationRow row(Row row) {
        return new OrganisationRow(
                row.id(0),
                row.text(1),
                new Name(row.text(2), row.text(3)),
                row.constant(4, OrganisationKind.class),
                row.constant(5, OrganisationState.class));
    }
}
