package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.report.disclosure.DisclosureCase;
import org.sekisho.domain.report.disclosure.DisclosureCases;
import org.sekisho.domain.report.disclosure.DisclosureContent;
import org.sekisho.domain.report.disclosure.DisclosureDirectory;
import org.sekisho.domain.report.disclosure.DisclosureFilter;
import org.sekisho.domain.report.disclosure.DisclosureRow;
import org.sekisho.domain.report.disclosure.DisclosureState;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Keyset;
import org.sekisho.persistence.shared.Keyset.Sort;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Disclosure cases as rows; what they are about in a table of its own. */
@ApplicationScoped
public class DisclosureRows implements DisclosureCases, DisclosureDirectory {

    private static final String COLUMNS = "c.id, c.report_id, c.report_number, c.organisation_id, " + Naming.of("o")
            + ", c.agreement_id, c.state, c.state_at, c.opened_at, c.jvn, c.cves, c.publish_on, c.shown_at is not null";

    private static final String FROM =
            " from disclosure_case c join organisation o on o.id = c.organisation_id where true ";

    private static final Keyset LIST = new Keyset(
            "c.id",
            Sort.latest("c.opened_at"),
            Map.of(
                    "opened", Sort.latest("c.opened_at"),
                    "publication", Sort.text("coalesce(to_char(c.publish_on, 'YYYY-MM-DD'), '9999')"),
                    "state", Sort.text("c.state"),
                    "organisation", Sort.text(Naming.of("o")),
                    "number", Sort.text("lpad(cast(c.report_number as text), 10, '0')")));

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Override
    public Optional<DisclosureCase> find(UUID id) {
        return entities.find(DisclosureCase.class, id);
    }

    @Override
    public DisclosureCase requireLocked(UUID id) {
        return entities.lockAndRaise(DisclosureCase.class, id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    @Override
    public boolean goesOn(UUID report) {
        return sql.query(
                        """
                        select c.id from disclosure_case c
                        where c.report_id = :report and c.state in ('PREPARED', 'NOTIFIED', 'COORDINATED')
                        """)
                .with("report", report)
                .first(row -> row.id(0))
                .isPresent();
    }

    @Override
    public Optional<DisclosureContent> content(UUID id) {
        return entities.find(DisclosureContent.class, id);
    }

    @Override
    public List<DisclosureContent> contents(Set<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.list(
                        DisclosureContent.class,
                        "select c from DisclosureContent c where c.of in :ids",
                        Map.of("ids", ids));
    }

    @Override
    public List<WaitingCase> waiting(LocalDate publishedBy, Instant shownSince, int most) {
        return sql.query(
                        "select c.id, c.report_number, c.organisation_id, o.name_en, o.name_ja, c.state, c.publish_on, c.shown_at "
                                + FROM)
                .and(
                        """
                        and c.state in ('PREPARED', 'NOTIFIED', 'COORDINATED')
                        and (c.state = 'PREPARED' or c.publish_on <= :day or c.shown_at > :since)
                        order by coalesce(c.publish_on, date '9999-12-31'), c.opened_at, c.id limit :most
                        """)
                .with("day", publishedBy)
                .with("since", shownSince)
                .with("most", most)
                .list(row -> new WaitingCase(
                        row.id(0),
                        ReportRow.reference(row.number(1)),
                        row.id(2),
                        new Name(row.text(3), row.text(4)),
                        row.constant(5, DisclosureState.class),
                        row.optionalDay(6),
                        row.optionalInstant(7)));
    }

    @Override
    public void add(DisclosureCase added, DisclosureContent content) {
        entities.add(added);
        entities.add(content);
    }

    @Override
    public Page<DisclosureRow> list(DisclosureFilter filter, PageRequest page) {
        return LIST.page(
                sql,
                COLUMNS,
                FROM,
                rows -> rows.where("and c.state = :state", "state", filter.state())
                        .where("and c.organisation_id = :owner", "owner", filter.organisation())
                        .where("and c.report_id = :report", "report", filter.report()),
                page,
                DisclosureRows::row);
    }

    @Override
    public Optional<DisclosureRow> row(UUID id) {
        return sql.query("select " + COLUMNS + FROM + " and c.id = :id")
                .with("id", id)
                .first(DisclosureRows::row);
    }

    private static DisclosureRow row(Row row) {
        return new DisclosureRow(
                row.id(0),
                row.id(1),
                ReportRow.reference(row.number(2)),
                Optional.empty(),
                row.id(3),
                row.text(4),
                row.id(5),
                row.constant(6, DisclosureState.class),
                row.instant(7),
                row.instant(8),
                row.text(9),
                row.list(10),
                row.optionalDay(11),
                row.flag(12));
    }
}
