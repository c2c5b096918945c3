package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.reading.QueueReader;
import org.sekisho.domain.report.reading.QueueRow;
import org.sekisho.domain.report.reading.ReportDirectory;
import org.sekisho.domain.report.reading.ReportFilter;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.report.reading.ReviewQueueFilter;
import org.sekisho.domain.report.reading.ReviewQueueFilter.ClockState;
import org.sekisho.domain.report.reading.ReviewQueueFilter.Work;
import org.sekisho.domain.report.review.Absence;
import org.sekisho.domain.report.review.Choice;
import org.sekisho.domain.report.review.Presence;
import org.sekisho.domain.report.review.ReviewChain;
import org.sekisho.domain.report.review.Reviewer;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.TestDatabase;

/** What waits for whom, as the application's role reads it. */
class ReviewQueueListsTest {

    private final Bench bench = new Bench();

    @Test
    void theOldestClockComesFirstPageByPage() {
        List<UUID> filed = bench.inReview(RiskTier.LOW, 1, 5);
        List<UUID> read = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            PageRequest request = new PageRequest(2, after, Optional.empty(), false);
            Page<QueueRow> page = page(bench.reviewer, ReviewQueueFilter.all(), Bench.NOW, request);
            page.items().forEach(row -> read.add(row.report().id()));
            assertEquals(5, page.total());
            after = page.next();
        } while (after.isPresent());
        assertEquals(Set.copyOf(filed), Set.copyOf(read));
        assertEquals(5, read.size());
        assertEquals(Optional.of(read.get(1)), next(bench.reviewer, read.get(0)));
        assertEquals(Optional.empty(), next(bench.reviewer, read.get(4)));
    }

    @Test
    void theTotalIsCountedToFifty() {
        bench.inReview(RiskTier.LOW, 1, 50);
        Page<QueueRow> exact = page(bench.reviewer, ReviewQueueFilter.all(), Bench.NOW, PageRequest.first());
        assertEquals(50, exact.total());
        assertFalse(exact.totalIsMore());
        bench.inReview(RiskTier.LOW, 1, 2);
        Page<QueueRow> more = page(bench.reviewer, ReviewQueueFilter.all(), Bench.NOW, PageRequest.first());
        assertTrue(more.totalIsMore());
        assertEquals(50, more.exactTo());
    }

    @Test
    void nobodyIsAskedAboutWhatTheyDecidedAndNobodyBeyondTheirRankOrSide() {
        UUID report = bench.inReview(RiskTier.HIGH, 2);
        assertEquals(List.of(report), waiting(bench.reviewer, ReviewQueueFilter.all()));
        assertEquals(List.of(), waiting(bench.stranger, ReviewQueueFilter.all()));
        assertEquals(List.of(), waiting(bench.official, ReviewQueueFilter.all()));
        bench.vote(bench.reviewer, report, bench.hash(report), Choice.AGREES);
        assertEquals(List.of(), waiting(bench.reviewer, ReviewQueueFilter.all()));
        assertEquals(List.of(report), waiting(bench.colleague, ReviewQueueFilter.all()));
        bench.vote(bench.colleague, report, bench.hash(report), Choice.AGREES);
        assertEquals(List.of(), waiting(bench.colleague, ReviewQueueFilter.all()));
        assertEquals(List.of(report), waiting(bench.official, ReviewQueueFilter.all()));
    }

    @Test
    void theCoordinatorWatchesEveryClockAndDecidesNothing() {
        UUID report = bench.inReview(RiskTier.HIGH, 1);
        ReviewQueueFilter bank = new ReviewQueueFilter(
                Optional.of(bench.agreement),
                Optional.of(RiskTier.HIGH),
                Optional.of(Side.INSTITUTION_SECURITY),
                Optional.empty(),
                Optional.empty());
        assertEquals(List.of(report), waiting(bench.coordinator, bank));
    }

    @Test
    void aClockThatRanOutIsFoundAsSuch() {
        UUID report = bench.inReview(RiskTier.HIGH, 1);
        Instant late = Bench.NOW.plus(Duration.ofHours(8));
        assertEquals(List.of(report), at(Bench.NOW, ClockState.SOON));
        assertEquals(List.of(), at(Bench.NOW, ClockState.OVER));
        assertEquals(List.of(report), at(late, ClockState.OVER));
        assertEquals(List.of(report), at(Bench.NOW.minus(Duration.ofDays(1)), ClockState.LATER));
        assertTrue(page(bench.reviewer, ReviewQueueFilter.all(), late, PageRequest.first())
                .items()
                .get(0)
                .late());
    }

    @Test
    void aPlaceOfSomebodyWhoIsAwayIsFree() {
        UUID report = bench.inReview(RiskTier.HIGH, 1);
        bench.as(bench.reviewer, "review-decision", entities -> {
            Report locked = Bench.lock(entities, report);
            return Bench.chainOf(entities, locked).work().claim(reviewer(bench.reviewer), Bench.NOW);
        });
        assertEquals(List.of(report), waiting(bench.reviewer, having(Work.MINE)));
        assertEquals(List.of(report), waiting(bench.colleague, having(Work.TAKEN)));
        assertEquals(List.of(), waiting(bench.colleague, having(Work.FREE)));
        assertEquals(Optional.empty(), next(bench.colleague, UUID.randomUUID()));
        bench.as(bench.reviewer, "", entities -> {
            entities.persist(new Absence(bench.reviewer, Days.of(Bench.NOW), Days.of(Bench.NOW)));
            return report;
        });
        assertEquals(List.of(report), waiting(bench.colleague, having(Work.FREE)));
        assertEquals(List.of(), waiting(bench.colleague, having(Work.TAKEN)));
        QueueRow row = page(bench.colleague, ReviewQueueFilter.all(), Bench.NOW, PageRequest.first())
                .items()
                .get(0);
        assertTrue(row.free() && row.holders().get(0).away());
    }

    @Test
    void thePlaceOfWhomHasLeftIsFree() throws SQLException {
        List<String> leavings = List.of(
                "update person set state = 'DEACTIVATED' where id = ?",
                "update affiliation set last_day = date '2026-11-26' where person_id = ?",
                "update role_assignment set state = 'ENDED', closed_by = 'x', closed_at = effective_at where person_id = ?");
        for (String leaving : leavings) {
            Actor holder = bench.insertPerson(bench.bank, OrganisationKind.INSTITUTION, Role.SECURITY_REVIEWER);
            UUID report = bench.inReview(RiskTier.HIGH, 1);
            bench.as(holder, "review-decision", entities -> Bench.chainOf(entities, Bench.lock(entities, report))
                    .work()
                    .claim(reviewer(holder), Bench.NOW));
            assertEquals(List.of(), waiting(bench.colleague, having(Work.FREE)));
            assertEquals(List.of(Presence.HERE), presence(report));
            try (Connection owner = TestDatabase.get().owner().getConnection()) {
                Rows.run(owner, leaving, holder.requirePerson());
            }
            assertEquals(List.of(report), waiting(bench.colleague, having(Work.FREE)));
            assertTrue(page(bench.colleague, ReviewQueueFilter.all(), Bench.NOW, PageRequest.first())
                    .items()
                    .get(0)
                    .free());
            assertEquals(List.of(Presence.LEFT), presence(report));
            bench.as(bench.colleague, "review-decision", entities -> {
                ReviewChain chain = Bench.chainOf(entities, Bench.lock(entities, report));
                chain.work().vacate(chains(entities).attendance(chain.id(), Days.of(Bench.NOW)), Bench.NOW);
                return report;
            });
            assertEquals(List.of(), presence(report));
            bench.vote(bench.colleague, report, bench.hash(report), Choice.REJECTS);
        }
    }

    private List<Presence> presence(UUID report) {
        return bench.as(bench.colleague, "", entities -> {
            UUID chain = entities.find(Report.class, report).standing().chain().orElseThrow();
            return List.copyOf(chains(entities)
                    .attendance(chain, Days.of(Bench.NOW))
                    .bySeat()
                    .values());
        });
    }

    private static ReviewChainRows chains(EntityManager entities) {
        ReviewChainRows rows = new ReviewChainRows();
        TestUnit.inject(rows, "sql", sql(entities));
        return rows;
    }

    private List<UUID> at(Instant now, ClockState clock) {
        ReviewQueueFilter filter = new ReviewQueueFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(clock), Optional.empty());
        return ids(page(bench.reviewer, filter, now, PageRequest.first()));
    }

    private static ReviewQueueFilter having(Work work) {
        return new ReviewQueueFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(work));
    }

    private List<UUID> waiting(Actor actor, ReviewQueueFilter filter) {
        return ids(page(actor, filter, Bench.NOW, PageRequest.first()));
    }

    private static List<UUID> ids(Page<QueueRow> page) {
        return page.items().stream().map(row -> row.report().id()).toList();
    }

    private static Reviewer reviewer(Actor actor) {
        return new Reviewer(actor, Rank.ANY, false);
    }

    private Page<QueueRow> page(Actor actor, ReviewQueueFilter filter, Instant now, PageRequest request) {
        return bench.as(
                actor, "", entities -> lists(entities).page(QueueReader.of(reviewer(actor)), filter, now, request));
    }

    private Optional<UUID> next(Actor actor, UUID after) {
        return bench.as(actor, "", entities -> lists(entities).next(QueueReader.of(reviewer(actor)), after, Bench.NOW));
    }

    private static ReviewQueueLists lists(EntityManager entities) {
        ReviewQueueLists lists = new ReviewQueueLists();
        TestUnit.inject(lists, "sql", sql(entities));
        TestUnit.inject(lists, "directory", new Nameless());
        return lists;
    }

    static Sql sql(EntityManager entities) {
        Sql sql = new Sql();
        TestUnit.inject(sql, "entities", entities);
        return sql;
    }

    /** Names nobody; the queue asks nothing else of it. */
    private static final class Nameless implements ReportDirectory {

        @Override
        public Map<UUID, String> references(Set<UUID> reports) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<UUID, String> names(Set<UUID> people) {
            return Map.of();
        }

        @Override
        public Page<ReportRow> list(ReportFilter filter, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ReportRow> find(UUID report) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ReportRow> find(Set<UUID> reports) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<UUID> numbered(UUID organisation, int number) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<UUID> recurs(UUID report) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ReportRow> similar(UUID report, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<UUID, String> titles(Set<UUID> revisions) {
            throw new UnsupportedOperationException();
        }
    }
}
