package org.sekisho.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.Idempotency;

/**
 * Does the one act of a request under its Idempotency-Key, where it has one. The key is bound for that act only: what a resource reads
 * before isn't done twice by being read twice.
 */
@RequestScoped
public class Once {

    private Optional<Key> key = Optional.empty();

    /** What identifies the request: the key, method and path, and the hash of the body. */
    record Key(String key, String operation, String bodyHash) {}

    void use(Key found) {
        key = Optional.of(found);
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
        if (key.isEmpty()) {
            return answer.apply(act.get()).response();
        }
        Caller.Binding binding = Caller.bind(Caller.current().withIdempotency(idempotency(key.get(), kept)));
        try {
            return answer.apply(act.get()).response();
        } finally {
            binding.close();
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

    @SuppressWarnings("unchecked")
    private static <T> Idempotency idempotency(Key key, Function<T, Answer> kept) {
        return new Idempotency(
                key.key(), key.operation(), key.bodyHash(), result -> result.map(each -> kept.apply((T) each))
                        .orElseGet(Answer::done)
                        .text());
    }
}
