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
        UUID person = actor.person().get();
        idempotency.whole().ifPresent(whole -> used(person, whole, idempotency, now));
        used(person, idempotency.operation(), idempotency, now).ifPresent(kept -> {
            throw new Replayed(kept.answer());
        });
    }

    /** What was kept of the same request. */
    private Optional<KeptAnswer> used(UUID person, String operation, Idempotency idempotency, Instant now) {
        Optional<KeptAnswer> kept = answers.find(person, operation, idempotency.key(), now);
        if (kept.filter(each -> !each.bodyHash().equals(idempotency.bodyHash())).isPresent()) {
            throw new Refusal(SharedError.IDEMPOTENCY_KEY_REUSED);
        }
        return kept;
    }

    void keep(Caller caller, Actor actor, Instant now, @Nullable Object result) {
        if (caller.idempotency().isEmpty() || actor.person().isEmpty()) {
            return;
        }
        Idempotency idempotency = caller.idempotency().get();
        UUID person = actor.person().get();
        String answer = idempotency.render().apply(Optional.ofNullable(result));
        keep(person, idempotency.operation(), idempotency, answer, now);
        idempotency
                .whole()
                .filter(whole -> used(person, whole, idempotency, now).isEmpty())
                .ifPresent(whole -> keep(person, whole, idempotency, "", now));
    }

    private void keep(UUID person, String operation, Idempotency idempotency, String answer, Instant now) {
        answers.keep(person, operation, idempotency.key(), new KeptAnswer(idempotency.bodyHash(), answer), now);
    }
}
