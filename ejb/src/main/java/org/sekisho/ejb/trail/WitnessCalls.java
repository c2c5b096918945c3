package org.sekisho.ejb.trail;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sekisho.domain.trail.log.ForWitness;
import org.sekisho.domain.trail.log.Witness;

/** Asks witnesses about the log of this portal. */
@ApplicationScoped
class WitnessCalls implements WitnessConversation.Log {

    @Inject
    private WitnessService service;

    @Inject
    private TrailAlarm alarm;

    private Optional<WitnessConversation> conversation = Optional.empty();

    @PostConstruct
    void begin() {
        conversation = Optional.of(new WitnessConversation(this, alarm));
    }

    /** Asks for a cosignature of the latest checkpoint, if there is a new one; whether all is as it should be. */
    boolean ask(Witness witness) {
        return conversation.orElseThrow().ask(witness);
    }

    @Override
    public Optional<ForWitness> next(String witness) {
        return service.next(witness);
    }

    @Override
    public Optional<ForWitness> after(long size) {
        return service.after(size);
    }

    @Override
    public boolean keep(String witness, long size, String line) {
        return service.keep(witness, size, line);
    }
}
