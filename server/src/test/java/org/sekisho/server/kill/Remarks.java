package org.sekisho.server.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.server.DemoPortal;
import org.sekisho.server.RestCaller;
import org.sekisho.server.SekishoProcess;

/** What the parties of an agreement say about it, all at once, each remark sent under a key of its own until it is acknowledged. */
final class Remarks {

    private static final int ENOUGH = 4;
    /** Long enough that a few need another page of the database's files. */
    private static final String MORE = " and so on".repeat(150);

    private final String agreement;
    private final Map<String, RestCaller> parties;
    private final int each;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final List<Future<Void>> running = new ArrayList<>();

    /** @param each how many remarks each party has */
    Remarks(String agreement, Map<String, RestCaller> parties, int each) {
        this.agreement = agreement;
        this.parties = Map.copyOf(parties);
        this.each = each;
    }

    static Map<String, RestCaller> signIn(DemoPortal portal) throws IOException, InterruptedException {
        Map<String, RestCaller> parties = new LinkedHashMap<>();
        for (String account : Negotiated.SIGNATORIES) {
            parties.put(account, RestCaller.signIn(portal, account));
        }
        return parties;
    }

    /** Begins, and returns when some have arrived. */
    void begin(ExecutorService threads) throws InterruptedException {
        parties.forEach((name, party) -> running.add(threads.submit(() -> {
            for (String text : texts(name)) {
                SekishoProcess.await(text, () -> isAcknowledged(party, text));
                acknowledged.incrementAndGet();
            }
            return null;
        })));
        SekishoProcess.await("remarks arrive", () -> acknowledged.get() >= ENOUGH);
    }

    /** Returns when a remark wasn't taken after this call. */
    void awaitOneThatIsNotTaken() throws InterruptedException {
        int before = unanswered.get();
        SekishoProcess.await("a remark isn't taken", () -> unanswered.get() > before);
    }

    /** Returns when all of them are acknowledged. */
    void awaitAll() throws ExecutionException, InterruptedException {
        for (Future<Void> party : running) {
            party.get();
        }
    }

    boolean areAllAcknowledged() {
        return acknowledged.get() == each * parties.size();
    }

    void assertEachIsThereOnce(RestCaller reader) throws IOException, InterruptedException {
        List<String> expected = new ArrayList<>();
        parties.keySet().forEach(name -> expected.addAll(texts(name)));
        List<String> kept = new ArrayList<>();
        String next = "agreements/" + agreement + "/comments?limit=100";
        reader.get(next).array("items").objects().forEach(comment -> kept.add(comment.string("text")));
        assertEquals(expected.stream().sorted().toList(), kept.stream().sorted().toList());
    }

    private boolean isAcknowledged(RestCaller party, String text) {
        JsonObject comment =
                JsonObject.builder().put("act", "comment").put("text", text).build();
        try {
            boolean done = party.call(
                            "POST",
                            Negotiated.path(agreement, "negotiate"),
                            comment,
                            Map.of("Idempotency-Key", text.replace(MORE, "").replace(' ', '-')))
                    .isDone();
            if (!done) {
                unanswered.incrementAndGet();
            }
            return done;
        } catch (IOException notNow) {
            unanswered.incrementAndGet();
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            texts.add(name + " remark " + i + MORE);
        }
        return texts;
    }
}
