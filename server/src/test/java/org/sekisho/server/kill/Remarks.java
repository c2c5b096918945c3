package org.sekisho.server.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.server.DemoPortal;
import org.sekisho.server.RestCaller;
import org.sekisho.server.SekishoProcess;

/**
 * What the parties of an agreement say about it, all at once and without end until they are told to finish; each remark is sent under a key of
 * its own until it is acknowledged.
 */
final class Remarks {

    private static final int ENOUGH = 4;
    /** Long enough that a few need another page of the database's files. */
    private static final String MORE = " and so on".repeat(150);

    private final String agreement;
    private final Map<String, RestCaller> parties;
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean finished = new AtomicBoolean();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final List<Future<Void>> running = new ArrayList<>();

    Remarks(String agreement, Map<String, RestCaller> parties) {
        this.agreement = agreement;
        this.parties = Map.copyOf(parties);
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
            for (int i = 0; !finished.get(); i++) {
                String text = name + " remark " + i + MORE;
                said.add(text);
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

    /** Nobody begins another one; returns when all of them are acknowledged. */
    void finish() throws ExecutionException, InterruptedException {
        finished.set(true);
        for (Future<Void> party : running) {
            party.get();
        }
    }

    void assertEachIsThereOnce(RestCaller reader) throws IOException, InterruptedException {
        List<String> kept = new ArrayList<>();
        String list = "agreements/" + agreement + "/comments?limit=100";
        for (Optional<String> after = Optional.of(""); after.isPresent(); ) {
            JsonObject page = reader.get(after.get().isEmpty() ? list : list + "&after=" + after.get());
            page.array("items").objects().forEach(comment -> kept.add(comment.string("text")));
            after = page.findString("next");
        }
        assertEquals(said.stream().sorted().toList(), kept.stream().sorted().toList());
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
}
