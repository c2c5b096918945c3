package org.sekisho.persistence.report;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.NewReport;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.report.RevisionContent;
import org.sekisho.domain.report.reading.QueueReader;
import org.sekisho.domain.report.reading.ReportFilter;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.report.reading.ReviewQueueFilter;
import org.sekisho.domain.report.review.ReviewChain;
import org.sekisho.domain.report.review.Reviewer;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.vault.Vault;
import org.sekisho.persistence.party.EntranceRows;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/**
 * How long the queue, the list and one report take with many reports against few, as the application's role reads them under its policies:
 * each in a transaction of its own, with what the pages ask the database for. Opening what is sealed costs the same at any size, and is left out. It
 * prints what is wanted and doesn't fail without it. Runs with {@code mvn verify -Pbenchmark}; {@code -Dreports=…} makes another number.
 */
class ReportsBenchmark {

    private static final long FEW = 10_000;
    private static final long MANY = Long.getLong("reports", 1_000_000);
    private static final int WARM_UP = 40;
    private static final int TIMES = 200;
    /** Sorts that go through everything. */
    private static final int FEW_TIMES = 6;

    private static final double AT_MOST = 1.5;
    private static final double LIMIT_MILLIS = 200;
    private static final Instant NOW = Bench.NOW;

    /** Who reads. */
    private enum Who {
        REVIEWER,
        OFFICIAL,
        COORDINATOR
    }

    private final GeneratedReports made;
    private final Map<Who, Actor> people = new EnumMap<>(Who.class);

    ReportsBenchmark() throws SQLException {
        made = new GeneratedReports();
        people.put(Who.REVIEWER, made.reviewer());
        people.put(Who.OFFICIAL, made.official());
        people.put(Who.COORDINATOR, made.coordinator());
    }

    @Test
    void manyReportsAgainstFew() throws SQLException {
        made.growTo(FEW);
        Map<String, Double> few = measure();
        made.growTo(MANY);
        Map<String, Double> many = measure();
        System.out.printf(Locale.ROOT, "%nreports, p95 in ms: %,d against %,d%n", MANY, FEW);
        few.forEach((what, before) -> {
            double after = many.getOrDefault(what, 0.0);
            boolean wanted = after <= LIMIT_MILLIS && after / before <= AT_MOST;
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %7.1f %7.1f  ratio %5.2f %s%n",
                    what,
                    before,
                    after,
                    after / before,
                    wanted ? "" : "  wanted: at most " + AT_MOST + " and " + (int) LIMIT_MILLIS + " ms");
        });
    }

    private Map<String, Double> measure() {
        Map<String, Double> found = new LinkedHashMap<>();
        people.forEach((who, actor) -> {
            String name = who.name().toLowerCase(Locale.ROOT);
            found.put("queue of the " + name, p95(actor, this::queue, TIMES));
            found.put("list of the " + name, p95(actor, this::list, TIMES));
            found.put("one report, " + name, p95(actor, this::one, TIMES));
            found.put("sorted list of the " + name, p95(actor, this::sorted, FEW_TIMES));
        });
        return found;
    }

    private double p95(Actor actor, BiConsumer<Desk, Integer> asking, int times) {
        double[] millis = new double[times];
        for (int i = -Math.min(WARM_UP, times / 2); i < times; i++) {
            long begun = System.nanoTime();
            in(actor, asking, i + WARM_UP);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis[(int) (times * 0.95)];
    }

    private void in(Actor actor, BiConsumer<Desk, Integer> asking, int turn) {
        try (EntityManager entities = TestUnit.open()) {
            entities.getTransaction().begin();
            GeneratedReports.enter(entities.unwrap(Connection.class), actor);
            asking.accept(new Desk(actor, entities), turn);
            entities.getTransaction().commit();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The first page, narrowed in one way or another, and the second. */
    private void queue(Desk desk, int turn) {
        QueueReader reader = QueueReader.of(new Reviewer(desk.actor, Rank.ANY, false));
        ReviewQueueFilter filter = new ReviewQueueFilter(
                Optional.empty(),
                turn % 4 == 1 ? Optional.of(RiskTier.HIGH) : Optional.empty(),
                Optional.empty(),
                turn % 4 == 2 ? Optional.of(ReviewQueueFilter.ClockState.SOON) : Optional.empty(),
                turn % 4 == 3 ? Optional.of(ReviewQueueFilter.Work.FREE) : Optional.empty());
        Page<?> first = desk.queue.page(reader, filter, NOW, PageRequest.first());
        if (turn % 4 == 0 && first.next().isPresent()) {
            desk.queue.page(reader, filter, NOW, after(first, Optional.empty()));
        }
    }

    private void list(Desk desk, int turn) {
        boolean narrowed = turn % 4 == 1;
        page(
                desk,
                new ReportFilter(
                        Optional.empty(),
                        own(desk),
                        narrowed ? Set.of(ReportState.IN_REVIEW) : Set.of(),
                        turn % 4 == 2 ? Optional.of(RiskTier.HIGH) : Optional.empty(),
                        Optional.empty(),
                        turn % 4 == 3 ? Optional.of("component-" + turn % 500) : Optional.empty()),
                Optional.empty());
    }

    private void sorted(Desk desk, int turn) {
        String sort = Stream.of("due", "tier", "state", "number")
                .skip(turn % 4)
                .findFirst()
                .orElseThrow();
        page(
                desk,
                new ReportFilter(
                        Optional.empty(), own(desk), Set.of(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.of(sort));
    }

    private void page(Desk desk, ReportFilter filter, Optional<String> sort) {
        PageRequest request = new PageRequest(PageRequest.USUAL, Optional.empty(), sort, false);
        Page<ReportRow> page = desk.lists.list(filter, request);
        if (!desk.actor.isOf(OrganisationKind.SECRETARIAT)) {
            desk.lists.titles(page.items().stream().map(ReportRow::revision).collect(Collectors.toSet()));
        }
    }

    private static PageRequest after(Page<?> page, Optional<String> sort) {
        return new PageRequest(PageRequest.USUAL, page.next(), sort, false);
    }

    private static Optional<UUID> own(Desk desk) {
        return desk.actor.isOf(OrganisationKind.INSTITUTION) ? desk.actor.organisation() : Optional.empty();
    }

    /** What the page of a report reads. */
    private void one(Desk desk, int turn) {
        UUID id = made.report(turn * 7919L);
        Optional<ReportRow> row = desk.lists.find(id);
        if (row.isEmpty()) {
            return;
        }
        Report report = desk.reports.require(id);
        desk.reports.content(report.current().id());
        report.steps().forEach(step -> step.state());
        report.tiers().all().forEach(change -> change.state());
        Set<UUID> people = desk.chains.of(id).stream()
                .flatMap(chain -> seen(chain, desk.actor))
                .collect(Collectors.toSet());
        report.current().author().ifPresent(people::add);
        desk.chains.measuresOf(id);
        desk.lists.names(people);
        desk.lists.similar(id, 10);
    }

    private static Stream<UUID> seen(ReviewChain chain, Actor actor) {
        chain.stages().forEach(stage -> chain.work().holders(stage));
        return chain.votesFor(actor).stream().map(vote -> vote.person());
    }

    /** The read models over one transaction. */
    private static final class Desk {

        final Actor actor;
        final ReportLists lists = new ReportLists();
        final ReviewQueueLists queue = new ReviewQueueLists();
        final ReportRows reports = new ReportRows();
        final ReviewChainRows chains = new ReviewChainRows();

        Desk(Actor actor, EntityManager manager) {
            this.actor = actor;
            Sql sql = ReviewQueueListsTest.sql(manager);
            Entities entities = new Entities();
            ReviewQueueListsTest.inject(entities, "entities", manager);
            EntranceRows entrance = new EntranceRows();
            ReviewQueueListsTest.inject(entrance, "sql", sql);
            ReviewQueueListsTest.inject(lists, "sql", sql);
            ReviewQueueListsTest.inject(lists, "entrance", entrance);
            ReviewQueueListsTest.inject(lists, "vault", new Opened());
            ReviewQueueListsTest.inject(queue, "sql", sql);
            ReviewQueueListsTest.inject(queue, "directory", lists);
            ReviewQueueListsTest.inject(reports, "sql", sql);
            ReviewQueueListsTest.inject(reports, "entities", entities);
            ReviewQueueListsTest.inject(chains, "sql", sql);
            ReviewQueueListsTest.inject(chains, "entities", entities);
        }
    }

    /** Gives the same for whatever is sealed: what was sealed last. */
    private static final class Opened implements Vault {

        private static final byte[] CONTENT = content();

        private static byte[] content() {
            Opened vault = new Opened();
            Actor author = Bench.person(UUID.randomUUID(), OrganisationKind.INSTITUTION, Role.ANALYST);
            NewReport start = new NewReport(
                    author.organisation().orElseThrow(),
                    UUID.randomUUID(),
                    1,
                    Optional.empty(),
                    Tlp.AMBER,
                    RiskTier.LOW);
            Report report = new Report(start, Bench.CONTENT, author, NOW);
            return new RevisionContent(report.current(), Bench.CONTENT, vault)
                    .canonical(new Opened())
                    .getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] seal(Place place, byte[] plain) {
            return plain;
        }

        @Override
        public byte[] open(Place place, byte[] sealed) {
            // What the generator wrote is sealed for nobody.
            return sealed.length > 1 && sealed[0] == '{' && sealed[1] == '"' ? sealed : CONTENT;
        }
    }
}
