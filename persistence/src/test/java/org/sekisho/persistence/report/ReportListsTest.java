package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.report.reading.ReportFilter;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.TestDatabase;

/** Lists of reports in every order, page by page, and what they are counted to. */
class ReportListsTest {

    /** What each order goes by, of reports in review; the reports' own ids tell equals apart. */
    private static final Map<String, Function<ReportRow, String>> ORDERS = Map.of(
            "received", row -> instant(Optional.of(row.receivedAt())),
            "number", ReportRow::reference,
            "state", row -> row.state().name(),
            "tier", row -> String.valueOf(row.tier().ordinal()),
            "label", row -> row.label().name(),
            "organisation", ReportRow::organisationName,
            "agreement", ReportRow::agreementNumber,
            "due", row -> instant(row.due()));

    /** Two institutions share a name, a third has another; the authority reads two of their three agreements. */
    private final List<Bench> benches = List.of(new Bench(), new Bench(), new Bench());

    private final Bench first = benches.get(0);
    private final Bench second = benches.get(1);

    @BeforeEach
    void reportsOfAll() throws SQLException {
        for (RiskTier tier : RiskTier.values()) {
            for (Bench bench : benches) {
                bench.inReview(tier, 1, 2);
            }
        }
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.run(owner, "update organisation set name_en = 'Another' where id = ?", second.bank);
            for (Bench bench : benches) {
                Rows.run(
                        owner,
                        "update report set authority_reads_since = received_at where agreement_id = ?",
                        bench.agreement);
            }
            Rows.run(
                    owner,
                    "update report set agreement_id = ? where organisation_id in (?, ?) and tier = 'LOW'",
                    first.agreement,
                    second.bank,
                    benches.get(2).bank);
        }
    }

    @Test
    void everyOrderIsReadPageByPageInBothDirections() {
        ORDERS.forEach((sort, key) -> {
            for (boolean descending : List.of(false, true)) {
                List<ReportRow> rows = read(first.official, ReportFilter.all(), sort, descending, 18);
                Comparator<ReportRow> order =
                        Comparator.comparing(key).thenComparing(row -> row.id().toString());
                List<ReportRow> sorted = rows.stream()
                        .sorted(descending ? order.reversed() : order)
                        .toList();
                assertEquals(sorted, rows, () -> sort + (descending ? " downward" : ""));
                assertEquals(18, Set.copyOf(rows).size(), sort);
            }
        });
    }

    @Test
    void whatNarrowsAListNarrowsItInEveryOrder() {
        ReportFilter own = ReportFilter.all().of(second.bank);
        ReportFilter low = new ReportFilter(
                Optional.of(first.agreement),
                Optional.empty(),
                Set.of(ReportState.IN_REVIEW),
                Optional.of(RiskTier.LOW),
                Optional.empty(),
                Optional.empty());
        for (String sort : ORDERS.keySet()) {
            assertEquals(8, read(first.official, own, sort, false, 8).size(), sort);
            assertEquals(6, read(first.official, low, sort, true, 6).size(), sort);
            assertEquals(
                    0, read(first.stranger, ReportFilter.all(), sort, false, 0).size(), sort);
        }
    }

    @Test
    void aRevisionsNumberIsInTheList() {
        UUID report = first.inReview(RiskTier.LOW, 1);
        assertEquals(1, number(report));
        first.revise(first.analyst, report, first.hash(report), "Changed");
        assertEquals(2, number(report));
    }

    @Test
    void whatIsLookedForByANameIsCountedToAHundredOfWhatIsListed() throws SQLException {
        String component = "Component of " + first.bank;
        name(component, first.inReview(RiskTier.LOW, 1, 100));
        for (ReportFilter filter : List.of(naming(component), naming(component).of(first.bank))) {
            Page<ReportRow> exact = page(first.reviewer, filter, PageRequest.first());
            assertEquals(100, exact.total());
            assertFalse(exact.totalIsMore());
            assertEquals(100, exact.exactTo());
            assertEquals(
                    100, read(first.reviewer, filter, "received", true, 100).size());
        }
        List<UUID> more = first.inReview(RiskTier.LOW, 1, 2);
        name(component, more);
        // What stands under an agreement that the institution left isn't listed, and doesn't take the place of what is.
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.run(owner, "update report set agreement_id = ? where id = ?", second.agreement, more.get(1));
        }
        Page<ReportRow> over = page(first.reviewer, naming(component).of(first.bank), PageRequest.first());
        assertTrue(over.totalIsMore());
        assertEquals(PageRequest.USUAL, over.items().size());
        assertTrue(over.items().stream().noneMatch(row -> row.id().equals(more.get(1))));
        assertEquals(
                0,
                page(first.stranger, naming(component), PageRequest.first())
                        .items()
                        .size());
        assertEquals(
                0,
                page(first.stranger, naming(component).of(first.bank), PageRequest.first())
                        .items()
                        .size());
    }

    private void name(String component, List<UUID> reports) throws SQLException {
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            for (UUID report : reports) {
                Rows.run(
                        owner,
                        "insert into report_marker (report_id, organisation_id, kind, value) values (?, ?, 'COMPONENT', ?)",
                        report,
                        first.bank,
                        component);
            }
        }
    }

    private static ReportFilter naming(String component) {
        return new ReportFilter(
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(component));
    }

    private int number(UUID report) {
        return first.as(
                first.reviewer,
                "",
                entities -> lists(entities).find(report).orElseThrow().revisionNumber());
    }

    /** All pages, each of three, of which the totals say how many there are. */
    private List<ReportRow> read(Actor actor, ReportFilter filter, String sort, boolean descending, int total) {
        List<ReportRow> rows = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<ReportRow> page = page(actor, filter, new PageRequest(3, after, Optional.of(sort), descending));
            assertEquals(total, page.total(), sort);
            rows.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return rows;
    }

    private Page<ReportRow> page(Actor actor, ReportFilter filter, PageRequest request) {
        return first.as(actor, "", entities -> {
            if (actor == first.official) {
                ReviewQueueListsTest.sql(entities)
                        .query("select set_config('sekisho.agreements', :two, true)")
                        .with("two", "{" + first.agreement + "," + second.agreement + "}")
                        .list(row -> true);
            }
            return lists(entities).list(filter, request);
        });
    }

    private static ReportLists lists(EntityManager entities) {
        ReportLists lists = new ReportLists();
        TestUnit.inject(lists, "sql", ReviewQueueListsTest.sql(entities));
        return lists;
    }

    private static String instant(Optional<Instant> instant) {
        return String.valueOf(instant.orElse(Instant.MAX).getEpochSecond());
    }
}
