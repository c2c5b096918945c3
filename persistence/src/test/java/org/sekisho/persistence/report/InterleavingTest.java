package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.report.review.Choice;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.hash.Sha256;

/**
 * A thousand reports, on each of which people of both sides vote, reject and write revisions at once, in an order that chance makes. What
 * they were told was done is noted down as they go, and compared with where each report ended.
 */
class InterleavingTest {

    private static final int ROUNDS = 1_000;
    private static final long SEED = 20_261_128L;

    /** What everybody read before they began. */
    private static final String READ = Sha256.hex(Bench.CONTENT.canonical().getBytes(StandardCharsets.UTF_8));

    private final Bench bench = new Bench();

    /** What somebody was told was done: a choice on a hash, in a review. */
    private record Done(Actor who, UUID chain, String hash, Choice choice) {}

    /** What somebody sets out to do. */
    private enum Intent {
        AGREE,
        AGREE_TOO,
        AUTHORITY_AGREES,
        AUTHORITY_REJECTS,
        REJECT,
        REVISE;

        /** An authority comes too early until the bank has voted. */
        boolean mayHaveToWait() {
            return this == AUTHORITY_AGREES || this == AUTHORITY_REJECTS;
        }
    }

    @Test
    void nothingIsApprovedThatBothSidesDidntAgreeTo() throws Exception {
        Random chance = new Random(SEED);
        Map<ReportState, Integer> ended = new TreeMap<>();
        ExecutorService people = Executors.newFixedThreadPool(3);
        try {
            for (UUID report : bench.inReview(RiskTier.HIGH, 1, ROUNDS)) {
                ended.merge(round(report, chance, people), 1, Integer::sum);
            }
        } finally {
            people.shutdownNow();
        }
        // All ways were walked: otherwise the rounds prove nothing.
        assertTrue(ended.getOrDefault(ReportState.APPROVED, 0) > ROUNDS / 20, ended::toString);
        assertTrue(ended.getOrDefault(ReportState.TRIAGE, 0) > ROUNDS / 20, ended::toString);
        assertTrue(ended.getOrDefault(ReportState.IN_REVIEW, 0) > ROUNDS / 20, ended::toString);
    }

    private ReportState round(UUID report, Random chance, ExecutorService people) throws Exception {
        List<Intent> intents = new ArrayList<>(List.of(Intent.AGREE, Intent.AUTHORITY_AGREES));
        intents.add(Intent.values()[chance.nextInt(Intent.values().length)]);
        Collections.shuffle(intents, chance);
        Queue<Done> done = new ConcurrentLinkedQueue<>();
        CyclicBarrier start = new CyclicBarrier(intents.size());
        // In every second round people give up early, so that much is left undone. In the others they come back until
        // it is
        // done, so that how fast a machine is doesn't decide whether anything is.
        int tries = chance.nextBoolean() ? 16 : 1 + chance.nextInt(2);
        boolean patient = tries == 16;
        AtomicLong ofTheBank = new AtomicLong(
                intents.stream().filter(each -> !each.mayHaveToWait()).count());
        List<Future<?>> running = new ArrayList<>();
        for (Intent intent : intents) {
            running.add(people.submit(() -> {
                start.await();
                if (patient && intent.mayHaveToWait()) {
                    boolean nobodyToWaitFor;
                    do {
                        nobodyToWaitFor = ofTheBank.get() == 0;
                    } while (!attempt(intent, report, done) && !nobodyToWaitFor);
                    return null;
                }
                for (int i = 0; i < tries; i++) {
                    if (attempt(intent, report, done)) {
                        break;
                    }
                }
                if (!intent.mayHaveToWait()) {
                    ofTheBank.decrementAndGet();
                }
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
        return check(report, List.copyOf(done));
    }

    /** Whether it was done; a refusal leaves everything as it was. */
    private boolean attempt(Intent intent, UUID report, Queue<Done> done) {
        try {
            switch (intent) {
                case AGREE -> vote(bench.reviewer, Choice.AGREES, report, done);
                case AGREE_TOO -> vote(bench.colleague, Choice.AGREES, report, done);
                case REJECT -> vote(bench.colleague, Choice.REJECTS, report, done);
                case AUTHORITY_AGREES -> vote(bench.official, Choice.NO_OBJECTION, report, done);
                case AUTHORITY_REJECTS -> vote(bench.official, Choice.REJECTS, report, done);
                case REVISE -> bench.revise(bench.analyst, report, READ, "Changed");
            }
            return true;
        } catch (Refusal | PersistenceException refused) {
            return false;
        }
    }

    private void vote(Actor who, Choice choice, UUID report, Queue<Done> done) {
        UUID chain = bench.vote(who, report, READ, choice);
        done.add(new Done(who, chain, READ, choice));
    }

    private ReportState check(UUID id, List<Done> done) {
        return bench.as(bench.reviewer, "", entities -> {
            Report report = entities.find(Report.class, id);
            String present = report.current().sha256();
            boolean both = agreed(done, bench.bank, present) && agreed(done, bench.unit, present);
            boolean rejected = done.stream().anyMatch(each -> each.choice() == Choice.REJECTS);
            if (report.state() == ReportState.APPROVED) {
                assertTrue(both && !rejected, () -> "Approved without both sides: " + done);
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

    private static boolean agreed(List<Done> done, UUID organisation, String hash) {
        return done.stream()
                .anyMatch(each -> each.who().isOf(organisation)
                        && each.hash().equals(hash)
                        && each.choice().agrees());
    }
}
