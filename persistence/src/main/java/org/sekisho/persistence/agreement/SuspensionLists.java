package org.sekisho.persistence.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.ResumptionSide;
import org.sekisho.domain.agreement.SuspensionCause;
import org.sekisho.domain.agreement.SuspensionRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.Keyset;
import org.sekisho.persistence.shared.Keyset.Sort;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Suspensions of agreements, the one that stands and those that are over. */
@ApplicationScoped
class SuspensionLists {

    private static final String COLUMNS =
            """
            s.id, s.cause, s.organisation_id, s.person_id, w.name_en, w.name_ja, s.reason, s.began_at,
            s.oversight_agreed_at, s.concerned_agreed_at, s.ended_at
            """;
    private static final String SOURCE =
            """
            from agreement_suspension s
                join organisation o on o.id = s.organisation_id
                left join person w on w.id = s.person_id
            where s.agreement_id = :agreement
            """;
    private static final Sort BEGAN = Sort.latest("s.began_at");
    private static final Keyset KEYSET = new Keyset(
            "s.id",
            BEGAN,
            Map.of(
                    "began", BEGAN,
                    "cause", Sort.text("s.cause"),
                    "organisation", Sort.text("o.short_name")));

    @Inject
    private Sql sql;

    /** All of them, the latest first. */
    List<SuspensionRow> of(UUID agreement) {
        return sql.query("select " + COLUMNS + SOURCE)
                .with("agreement", agreement)
                .and("order by s.began_at desc, s.id desc")
                .list(SuspensionLists::row);
    }

    Page<SuspensionRow> list(UUID agreement, Optional<SuspensionCause> cause, PageRequest page) {
        return KEYSET.page(
                sql,
                COLUMNS,
                SOURCE,
                statement -> statement.with("agreement", agreement).where("and s.cause = :cause", "cause", cause),
                page,
                SuspensionLists::row);
    }

    private static SuspensionRow row(Row row) {
        return new SuspensionRow(
                row.id(0),
                row.constant(1, SuspensionCause.class),
                row.id(2),
                row.id(3),
                NegotiationLists.name(row, 4),
                row.text(6),
                row.instant(7),
                agreedSide(row),
                row.optionalInstant(10));
    }

    /** The side that has agreed while the other one is missing. */
    private static Optional<ResumptionSide> agreedSide(Row row) {
        boolean oversight = !row.isNull(8);
        boolean concerned = !row.isNull(9);
        if (oversight == concerned) {
            return Optional.empty();
        }
        return Optional.of(oversight ? ResumptionSide.OVERSIGHT : ResumptionSide.CONCERNED);
    }
}
