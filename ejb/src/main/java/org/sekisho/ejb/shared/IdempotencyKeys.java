package org.sekisho.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.KeptAnswers;
import org.sekisho.domain.party.KeptAnswers.KeptAnswer;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** Does an act once per Idempotency-Key: the key and the answer are rows of the act's own transaction. */
@ApplicationScoped
class IdempotencyKeys {

    @Inject
    private KeptAnswers answers;

    /** Ends the use case with the kept answer when the key was used; with another body it is a refusal. */
    void replay(Caller caller, Actor actor, Instant now) {
        if (caller.idempotency().isEmpty() || actor.person().isEmpty()) {
            return;
        }
        Idempotency idempotency = caller.idempotency().get();
        Optional<KeptAnswer> kept = answers.find(actor.person().get(), idempotency.operation(), idempotency.key(), now);
        if (kept.isPresent()) {
            if (!kept.get().bodyHash().equals(idempotency.bodyHash())) {
                throw new Refusal(SharedError.IDEMPOTENCY_KEY_REUSED);
            }
            throw new Replayed(kept.get().answer());
        }
    }

    void keep(Caller caller, Actor actor, Instant now, @Nullable Object result) {
        if (caller.idempotency().isEmpty() || actor.person().isEmpty()) {
            return;
        }
        Idempotency idempotency = caller.idempotency().get();
        UUID person = actor.person().get();
        String answer = idempotency.render().apply(Optional.ofNullable(result));
        answers.keep(
                person,
                idempotency.operation(),
                idempotency.key(),
                new KeptAnswer(idempotency.bodyHash(), answer),
                now);
    }
}
