package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.Idempotency;
import org.sekisho.ejb.shared.Replayed;
import org.sekisho.proof.hash.Sha256;

/**
 * Does the one act of a request under its Idempotency-Key, where it has one. The key is bound for that act only: what a resource reads
 * before isn't done twice by being read twice.
 */
@RequestScoped
public class Once {

    private Optional<Key> key = Optional.empty();

    /**
     * What identifies the request.
     *
     * @param operation method and path, and the thing where it is one act of several
     * @param bodyHash SHA-256
     * @param whole method and path, where it is one act of several
     */
    record Key(String key, String operation, String bodyHash, Optional<String> whole) {

        Key(String key, String operation, String bodyHash) {
            this(key, operation, bodyHash, Optional.empty());
        }

        /** The key of one act of several. */
        Key of(UUID thing) {
            return new Key(key, operation + " " + thing, bodyHash, Optional.of(operation));
        }
    }

    void use(Key found) {
        key = Optional.of(found);
    }

    /** Tells requests apart by this text instead of their body: where that holds a secret of which not even a hash may be kept. */
    void identifyBy(String text) {
        String hash = Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
        key = key.map(found -> new Key(found.key(), found.operation(), hash));
    }

    /**
     * Says what the body was, where it wasn't held in memory to be hashed before.
     *
     * @param sha256 of it
     */
    void bodyIs(String sha256) {
        key.ifPresent(known -> identifyBy(known.bodyHash() + sha256));
    }

    /** Calls a use case and answers with its result; under a key that was used, the kept answer is given instead. */
    <T> Response answer(Supplier<T> act, Function<T, Answer> answer) {
        return answer(act, answer, answer);
    }

    /**
     * The same where the answer tells something once that must not be kept.
     *
     * @param kept the answer without it
     */
    <T> Response answer(Supplier<T> act, Function<T, Answer> answer, Function<T, Answer> kept) {
        return answer.apply(underKey(act, kept)).response();
    }

    /**
     * Calls a use case without a result, and answers with what is read after it. Under a key that was used it is only read: what is kept
     * says no more than that it was done.
     */
    Response answer(Runnable act, Supplier<Answer> after) {
        try {
            underKey(act);
        } catch (RuntimeException thrown) {
            if (!isReplayed(thrown)) {
                throw thrown;
            }
        }
        return after.get().response();
    }

    /** Calls a use case on one of several things: under a key, each of them is done once, and of one body. */
    void each(UUID thing, Runnable act) {
        Optional<Key> whole = key;
        key = whole.map(found -> found.of(thing));
        try {
            underKey(act);
        } catch (RuntimeException thrown) {
            if (!isReplayed(thrown)) {
                throw thrown;
            }
        } finally {
            key = whole;
        }
    }

    /** Calls a use case without a result. */
    Response answer(Runnable act) {
        Supplier<Answer> done = () -> {
            act.run();
            return Answer.done();
        };
        return answer(done, answer -> answer);
    }

    /** Does an act of whose result nothing is kept; it may have one all the same. */
    private void underKey(Runnable act) {
        Supplier<Object> done = () -> {
            act.run();
            return true;
        };
        underKey(done, result -> Answer.done());
    }

    /** The key is bound no longer than the act takes: what an answer reads is read anew each time. */
    private <T> T underKey(Supplier<T> act, Function<T, Answer> kept) {
        if (key.isEmpty()) {
            return act.get();
        }
        Caller.Binding binding = Caller.bind(Caller.current().withIdempotency(idempotency(key.get(), kept)));
        try {
            return act.get();
        } finally {
            binding.close();
        }
    }

    private static boolean isReplayed(Throwable thrown) {
        return thrown instanceof Replayed || (thrown.getCause() != null && isReplayed(thrown.getCause()));
    }

    @SuppressWarnings("unchecked")
    private static <T> Idempotency idempotency(Key key, Function<T, Answer> kept) {
        return new Idempotency(
                key.key(),
                key.operation(),
                key.bodyHash(),
                result -> result.map(each -> kept.apply((T) each))
                        .orElseGet(Answer::done)
                        .text(),
                key.whole());
    }
}
