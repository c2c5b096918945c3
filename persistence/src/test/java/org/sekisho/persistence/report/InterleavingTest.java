package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.report.review.Choice;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.proof.hash.Sha256;

/**
 * A thousand reports that need two of the bank and one of the authority. On each, people of both sides vote, reject and write revisions at
 * once, in an order that chance makes, and so do those who may not vote, through the domain and past it. What they were told was done is
 * compared with where each report ended, and the rows are asked whether they keep to the rules of a review.
 */
class InterleavingTest {

    private static final int ROUNDS = 1_000;
    private static final long SEED = 20_261_130L;
    private static final int QUORUM = 2;

    /** So often somebody tries anew whose transaction the database broke off. */
    private static final int PATIENCE = 16;

    /** Between two tries of an authority that was too early: about as long as a vote takes. */
    private static final int PAUSE_MILLIS = 10;

    /** What everybody read before they began. */
    private static final String READ = Sha256.hex(Bench.CONTENT.canonical().getBytes(StandardCharsets.UTF_8));

    private static final String PAST_THE_DOMAIN =
            """
            with vote as (
                insert into review_vote (id, chain_id, stage_id, revision_id, revision_sha256, person_id, organisation_id, cast_at)
                select ?, c.id, s.id, c.revision_id, c.revision_sha256, ?, ?, timestamptz '2026-11-27 02:00Z'
                from review_chain c join review_stage s on s.chain_id = c.id and s.state = 'OPEN'
                where c.report_id = ? and c.state = 'OPEN'
                returning 1)
            select count(*) from vote
            """;

    /** Whatever isn't as the rules say, of one report; nothing where it is. */
    private static final String BROKEN =
            """
            with given as (select cast(? as uuid) as report, string_to_array(?, ',')::uuid[] as excluded),
                 vote as (select v.*, s.side, k.choice from given g join review_chain c on c.report_id = g.report
                              join review_vote v on v.chain_id = c.id join review_stage s on s.id = v.stage_id
                              left join review_vote_choice k on k.vote_id = v.id)
            select 'voted twice' from vote group by person_id, stage_id, revision_id having count(*) > 1
            union all select 'excluded' from vote v, given g where v.person_id = any (g.excluded)
            union all
            select 'approved' from given g join report r on r.id = g.report
            where r.approved_revision_id is not null
              and (r.approved_revision_id <> r.current_revision_id
                   or 2 > (select count(distinct v.person_id) from vote v where v.side = 'INSTITUTION_SECURITY' and v.choice = 'AGREES'
                           and v.organisation_id = r.organisation_id and v.revision_id = r.approved_revision_id)
                   or 1 > (select count(distinct v.person_id) from vote v where v.side = 'AUTHORITY' and v.choice = 'NO_OBJECTION'
                           and v.organisation_id <> r.organisation_id and v.revision_id = r.approved_revision_id)
                   or exists (select from vote v where v.choice = 'REJECTS' and v.revision_id = r.approved_revision_id))
            """;

    private final Bench bench = new Bench();
    private final Actor third = bench.insertPerson(bench.bank, OrganisationKind.INSTITUTION, Role.SECURITY_REVIEWER);
    private final Actor tied =
            bench.insertPerson(bench.unit, OrganisationKind.AUTHORITY, Role.AUTHORITY_REVIEWER, bench.bank);

    /** Who wrote the report reviews for the bank as well, so that nothing but having written it is in the way. */
    private final Actor author = Actor.person(
            bench.analyst.requirePerson(),
            bench.bank,
            OrganisationKind.INSTITUTION,
            Set.of(bench.bank),
            Set.of(Role.SECURITY_REVIEWER));

    /** What somebody was told was done: a choice on a hash. */
    private record Done(Actor who, Choice choice) {}

    /** What somebody sets out to do. */
    private enum Intent {
        AGREE,
        AGREE_TOO,
        AUTHORITY_AGREES,
        AUTHORITY_REJECTS,
        REJECT,
        REVISE,
        AGREE_AGAIN,
        AGREE_PAST,
        AUTHOR,
        AUTHOR_PAST,
        RIVAL,
        RIVAL_PAST,
        TIED,
        TIED_PAST;

        /** An authority comes too early until the bank has voted. */
        boolean mayHaveToWait() {
            return this == AUTHORITY_AGREES || this == AUTHORITY_REJECTS || this == TIED || this == TIED_PAST;
        }
    }

    @Test
    void nothingIsApprovedThatBothSidesDidntAgreeTo() throws Exception {
        Random chance = new Random(SEED);
        Map<ReportState, Integer> ended = new TreeMap<>();
        Set<Intent> tried = EnumSet.noneOf(Intent.class);
        ExecutorService people = Executors.newFixedThreadPool(5);
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            for (UUID report : bench.inReview(RiskTier.HIGH, QUORUM, ROUNDS)) {
                List<Done> done = round(report, intents(chance, tried), chance.nextBoolean(), people);
                ended.merge(check(report, done), 1, Integer::sum);
                assertEquals(List.of(), broken(owner, report), () -> report + ": " + done);
            }
        } finally {
            people.shutdownNow();
        }
        // All ways were walked: otherwise the rounds prove nothing.
        assertEquals(EnumSet.allOf(Intent.class), tried);
        assertTrue(ended.getOrDefault(ReportState.APPROVED, 0) > ROUNDS / 20, ended::toString);
        assertTrue(ended.getOrDefault(ReportState.TRIAGE, 0) > ROUNDS / 20, ended::toString);
        assertTrue(ended.getOrDefault(ReportState.IN_REVIEW, 0) > ROUNDS / 20, ended::toString);
    }

    /** In every fourth round somebody is missing without whom nothing is decided, whatever the machine; one or two more do anything. */
    private static List<Intent> intents(Random chance, Set<Intent> tried) {
        List<Intent> intents = new ArrayList<>(List.of(Intent.AGREE, Intent.AUTHORITY_AGREES));
        if (chance.nextInt(4) > 0) {
            intents.add(Intent.AGREE_TOO);
        }
        List<Intent> others = Arrays.stream(Intent.values())
                .filter(each -> each != Intent.AGREE && each != Intent.AGREE_TOO && each != Intent.AUTHORITY_AGREES)
                .toList();
        for (int i = chance.nextInt(2); i < 2; i++) {
            intents.add(others.get(chance.nextInt(others.size())));
        }
        Collections.shuffle(intents, chance);
        tried.addAll(intents);
        return intents;
    }

    /**
     * @param patient whether the authority comes back until the bank is done, so that how fast a machine is doesn't decide whether anything
     *     is; in the other rounds it gives up early, so that much is left undone
     */
    private List<Done> round(UUID report, List<Intent> intents, boolean patient, ExecutorService people)
            throws Exception {
        Queue<Done> done = new ConcurrentLinkedQueue<>();
        CyclicBarrier start = new CyclicBarrier(intents.size());
        CountDownLatch ofTheBank = new CountDownLatch(
                (int) intents.stream().filter(each -> !each.mayHaveToWait()).count());
        List<Future<?>> running = new ArrayList<>();
        for (Intent intent : intents) {
            running.add(people.submit(() -> {
                start.await();
                if (!intent.mayHaveToWait()) {
                    attempt(intent, report, done);
                    ofTheBank.countDown();
                    return null;
                }
                boolean last = !patient;
                while (!attempt(intent, report, done) && !last) {
                    // What is tried after the bank is done isn't too early any more.
                    last = ofTheBank.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                }
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
        return List.copyOf(done);
    }

    /** Whether it was done; a refusal leaves everything as it was. */
    private boolean attempt(Intent intent, UUID report, Queue<Done> done) throws SQLException {
        for (int i = 0; i < PATIENCE; i++) {
            try {
                act(intent, report).ifPresent(done::add);
                return true;
            } catch (Refusal refused) {
                return false;
            } catch (PersistenceException meanwhile) {
                // Two at once: once more.
            }
        }
        return false;
    }

    private Optional<Done> act(Intent intent, UUID report) {
        return switch (intent) {
            case AGREE, AGREE_AGAIN -> vote(bench.reviewer, Choice.AGREES, report);
            case AGREE_TOO -> vote(bench.colleague, Choice.AGREES, report);
            case REJECT -> vote(third, Choice.REJECTS, report);
            case AUTHORITY_AGREES -> vote(bench.official, Choice.NO_OBJECTION, report);
            case AUTHORITY_REJECTS -> vote(bench.official, Choice.REJECTS, report);
            case AUTHOR -> vote(author, Choice.AGREES, report);
            case RIVAL -> vote(bench.stranger, Choice.AGREES, report);
            case TIED -> vote(tied, Choice.NO_OBJECTION, report);
            case AGREE_PAST -> votePast(bench.reviewer, Choice.AGREES, report);
            case AUTHOR_PAST -> votePast(author, Choice.AGREES, report);
            case RIVAL_PAST -> votePast(bench.stranger, Choice.AGREES, report);
            case TIED_PAST -> votePast(tied, Choice.NO_OBJECTION, report);
            case REVISE -> {
                bench.revise(bench.analyst, report, READ, "Changed");
                yield Optional.empty();
            }
        };
    }

    private Optional<Done> vote(Actor who, Choice choice, UUID report) {
        bench.vote(who, report, READ, choice);
        return Optional.of(new Done(who, choice));
    }

    /** As whoever reaches the database some other way would; what it refuses is as it should be, and nobody relies on what it takes. */
    private Optional<Done> votePast(Actor who, Choice choice, UUID report) {
        UUID vote = UUID.randomUUID();
        try (Connection connection = TestDatabase.get().application().getConnection()) {
            connection.setAutoCommit(false);
            bench.enter(connection, who, "");
            Rows.run(
                    connection,
                    PAST_THE_DOMAIN,
                    vote,
                    who.requirePerson(),
                    who.organisation().orElseThrow(),
                    report);
            Rows.run(
                    connection,
                    "insert into review_vote_choice (vote_id, choice, reentered) select v.id, ?, 'PASSWORD' from review_vote v where v.id = ?",
                    choice.name(),
                    vote);
            connection.commit();
        } catch (SQLException refused) {
            throw new Refusal(SharedError.NOT_PERMITTED);
        }
        return Optional.empty();
    }

    private ReportState check(UUID id, List<Done> done) {
        return bench.as(bench.reviewer, "", entities -> {
            Report report = entities.find(Report.class, id);
            boolean unchanged = report.current().sha256().equals(READ);
            boolean both = unchanged && agreed(done, bench.bank) >= QUORUM && agreed(done, bench.unit) >= 1;
            boolean rejected = done.stream().anyMatch(each -> each.choice() == Choice.REJECTS);
            if (report.state() == ReportState.APPROVED) {
                assertTrue(!rejected, () -> "Approved although rejected: " + done);
                assertEquals(
                        Optional.of(report.current().id()), report.standing().approvedRevision());
            } else {
                assertEquals(Optional.empty(), report.standing().approvedRevision());
                // Nor is an approval lost that both sides gave to what stands.
                assertTrue(!both || rejected, () -> report.state() + " although both agreed: " + done);
            }
            return report.state();
        });
    }

    /** How many people. */
    private static long agreed(List<Done> done, UUID organisation) {
        return done.stream()
                .filter(each -> each.who().isOf(organisation) && each.choice().agrees())
                .map(each -> each.who().requirePerson())
                .distinct()
                .count();
    }

    private List<String> broken(Connection owner, UUID report) throws SQLException {
        List<String> broken = new ArrayList<>();
        try (PreparedStatement statement = owner.prepareStatement(BROKEN)) {
            statement.setObject(1, report);
            statement.setString(
                    2, author.requirePerson() + "," + bench.stranger.requirePerson() + "," + tied.requirePerson());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    broken.add(rows.getString(1));
                }
            }
        }
        return broken;
    }
}
