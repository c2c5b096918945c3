package org.sekisho.persistence.report;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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
    private static final int TIMES = 200;
    private static final int SORTED_TIMES = 120;
    private static final List<String> SORTS =
            List.of("due", "number", "state", "tier", "label", "organisation", "agreement");

    private static final double AT_MOST = 1.5;
    private static final double LIMIT_MILLIS = 200;
    private static final Instant NOW = Bench.NOW;

    private final GeneratedReports few = new GeneratedReports("few", FEW);
    private final GeneratedReports many = new GeneratedReports("many", MANY);

    ReportsBenchmark() throws SQLException {}

    /** What is asked, and how often. */
    private record Question(String what, Actor actor, BiConsumer<Desk, Integer> asking, int times) {}

    @Test
    void manyReportsAgainstFew() {
        System.out.printf(Locale.ROOT, "%nreports, median and p95 in ms: %,d against %,d%n", FEW, MANY);
        questions().forEach(this::compare);
    }

    private List<Question> questions() {
        Map<String, Actor> people = new LinkedHashMap<>();
        people.put("reviewer", GeneratedReports.reviewer());
        people.put("authority", GeneratedReports.official());
        people.put("coordinator", GeneratedReports.coordinator());
        List<Question> questions = new ArrayList<>();
        people.forEach((who, actor) -> {
            questions.add(new Question("queue, " + who, actor, this::queue, TIMES));
            questions.add(new Question("queue and its next page, " + who, actor, this::onward, SORTED_TIMES));
            questions.add(new Question("list, " + who, actor, this::list, TIMES));
            questions.add(new Question("list of a rare component, " + who, actor, this::rare, SORTED_TIMES));
            questions.add(new Question("one report, " + who, actor, this::one, TIMES));
            SORTS.forEach(sort -> questions.add(new Question(
                    "list by " + sort + ", " + who, actor, (desk, turn) -> sorted(desk, sort, turn), SORTED_TIMES)));
        });
        return questions;
    }

    /** In turns, so that whatever else the machine does meets both. */
    private void compare(Question question) {
        double[] before = new double[question.times()];
        double[] after = new double[question.times()];
        for (int i = -question.times() / 5; i < question.times(); i++) {
            double first = millis(few, question, i + question.times());
            double second = millis(many, question, i + question.times());
            if (i >= 0) {
                before[i] = first;
                after[i] = second;
            }
        }
        Arrays.sort(before);
        Arrays.sort(after);
        int half = question.times() / 2;
        int p95 = (int) (question.times() * 0.95);
        double ratio = after[p95] / before[p95];
        System.out.printf(
                Locale.ROOT,
                "%-40s %6.1f %6.1f   %6.1f %6.1f   ratio of p95 %5.2f %s%n",
                question.what(),
                before[half],
                before[p95],
                after[half],
                after[p95],
                ratio,
                after[p95] <= LIMIT_MILLIS && ratio <= AT_MOST
                        ? ""
                        : "  wanted: at most " + AT_MOST + " and " + (int) LIMIT_MILLIS + " ms");
    }

    private static double millis(GeneratedReports reports, Question question, int turn) {
        long begun = System.nanoTime();
        try (EntityManager entities = reports.open()) {
            entities.getTransaction().begin();
            GeneratedReports.enter(entities.unwrap(Connection.class), question.actor());
            question.asking().accept(new Desk(question.actor(), reports, entities), turn);
            entities.getTransaction().commit();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    /** The first page, narrowed in one way or another. */
    private void queue(Desk desk, int turn) {
        ReviewQueueFilter filter = new ReviewQueueFilter(
                Optional.empty(),
                turn % 4 == 1 ? Optional.of(RiskTier.HIGH) : Optional.empty(),
                Optional.empty(),
                turn % 4 == 2 ? Optional.of(ReviewQueueFilter.ClockState.SOON) : Optional.empty(),
                turn % 4 == 3 ? Optional.of(ReviewQueueFilter.Work.FREE) : Optional.empty());
        queue(desk, filter, PageRequest.first());
    }

    /** The first page and the next, which has three rows for the reviewer where there are few reports, and is full where there are many. */
    private void onward(Desk desk, int turn) {
        Page<?> first = queue(desk, ReviewQueueFilter.all(), PageRequest.first());
        if (first.next().isPresent()) {
            queue(desk, ReviewQueueFilter.all(), after(first, Optional.empty()));
        }
    }

    private static Page<?> queue(Desk desk, ReviewQueueFilter filter, PageRequest page) {
        return desk.queue.page(QueueReader.of(new Reviewer(desk.actor, Rank.ANY, false)), filter, NOW, page);
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
                        turn % 4 == 3 ? Optional.of("component-" + turn / 4 % 5) : Optional.empty()),
                Optional.empty());
    }

    /** Few name it or none where there are few reports, and a page's worth where there are many: what is found grows here, too. */
    private void rare(Desk desk, int turn) {
        page(
                desk,
                new ReportFilter(
                        Optional.empty(),
                        own(desk),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("rare-component-" + turn % 500)),
                Optional.empty());
    }

    private void sorted(Desk desk, String sort, int turn) {
        boolean narrowed = turn % 2 == 1;
        page(
                desk,
                new ReportFilter(
                        Optional.empty(),
                        own(desk),
                        narrowed ? Set.of(ReportState.IN_REVIEW, ReportState.TRIAGE) : Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
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
        UUID id = desk.made.report(turn * 7919L);
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
        final GeneratedReports made;
        final ReportLists lists = new ReportLists();
        final ReviewQueueLists queue = new ReviewQueueLists();
        final ReportRows reports = new ReportRows();
        final ReviewChainRows chains = new ReviewChainRows();

        Desk(Actor actor, GeneratedReports made, EntityManager manager) {
            this.actor = actor;
            this.made = made;
            Sql sql = ReviewQueueListsTest.sql(manager);
            Entities entities = new Entities();
            TestUnit.inject(entities, "entities", manager);
            EntranceRows entrance = new EntranceRows();
            TestUnit.inject(entrance, "sql", sql);
            TestUnit.inject(lists, "sql", sql);
            TestUnit.inject(lists, "entrance", entrance);
            TestUnit.inject(lists, "vault", new Opened());
            TestUnit.inject(queue, "sql", sql);
            TestUnit.inject(queue, "directory", lists);
            TestUnit.inject(reports, "sql", sql);
            TestUnit.inject(reports, "entities", entities);
            TestUnit.inject(chains, "sql", sql);
            TestUnit.inject(chains, "entities", entities);
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
