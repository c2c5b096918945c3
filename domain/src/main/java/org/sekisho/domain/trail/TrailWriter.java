package org.sekisho.domain.trail;

/** Writes events. An event is durable exactly when the transaction it was written in is. */
public interface TrailWriter {

    /** Inserts the event, its openings and its place in the outbox in the running transaction. */
    void write(TrailEvent event);
}
