package org.sekisho.persistence.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.AuthorityFilter;
import org.sekisho.domain.agreement.AuthorityKind;
import org.sekisho.domain.agreement.AuthorityRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Authorities to sign, as lists and the page of a signature read them. */
@ApplicationScoped
class AuthorityLists {

    private static final String COLUMNS =
            """
            a.id, a.version, a.organisation_id, a.person_id, a.holder_name, a.kind, a.reference, a.valid_until, a.recorded_at, a.revoked_at
            """;

    private static final KeysetList LIST = new KeysetList(
            COLUMNS,
            "from signing_authority a",
            "a.id",
            Map.of(
                    "standing",
                            "case when a.revoked_at is null then '0' else '1' end"
                                    + " || lpad(cast(date '9999-12-31' - a.valid_until as text), 8, '0')",
                    "holder", "lower(a.holder_name)",
                    "kind", "a.kind",
                    "reference", "lower(a.reference)",
                    "validUntil", "cast(a.valid_until as text)"),
            "standing",
            false);

    @Inject
    private Sql sql;

    /** Every authority, those that count before those that ended. */
    List<AuthorityRow> of(UUID organisation) {
        return sql.query("select " + COLUMNS + " from signing_authority a where a.organisation_id = :organisation"
                        + " order by a.revoked_at is not null, a.valid_until desc, a.id")
                .with("organisation", organisation)
                .list(row -> read(row, 0));
    }

    Page<AuthorityRow> list(UUID organisation, AuthorityFilter filter, PageRequest page) {
        Filters filters = new Filters()
                .with("and a.organisation_id = :organisation", "organisation", Optional.of(organisation))
                .with("and a.id = :authority", "authority", filter.authority())
                .with("and (a.revoked_at is not null) = :revoked", "revoked", filter.revoked())
                .with("and a.valid_until >= :validOn", "validOn", filter.validOn())
                .with("and a.valid_until < :overOn", "overOn", filter.overOn())
                .with("and a.kind = :kind", "kind", filter.kind())
                .with(
                        "and position(lower(:words) in lower(a.holder_name || ' ' || a.reference)) > 0",
                        "words",
                        filter.words());
        return LIST.page(sql, page, filters, row -> read(row, KeysetList.FIRST));
    }

    private static AuthorityRow read(Row row, int first) {
        return new AuthorityRow(
                row.id(first),
                (int) row.number(first + 1),
                row.id(first + 2),
                row.optionalId(first + 3),
                row.text(first + 4),
                row.constant(first + 5, AuthorityKind.class),
                row.text(first + 6),
                row.day(first + 7),
                row.instant(first + 8),
                row.optionalInstant(first + 9));
    }
}
