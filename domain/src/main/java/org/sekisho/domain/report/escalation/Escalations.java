package org.sekisho.domain.report.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** Escalations that the asker may see, and apart from them what was put before the authority. */
public interface Escalations {

    Optional<Escalation> find(UUID id);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default Escalation require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** For changing it: locked until the transaction ends. @throws Refusal with {@link SharedError#NOT_FOUND} */
    Escalation requireLocked(UUID id);

    /** The one of a report that goes on, locked. */
    Optional<Escalation> openLocked(UUID report);

    /** The newest evaluation that the report had when its last escalation was stood down. */
    Optional<ReportEvaluation> stoodDownOn(UUID report);

    void add(Escalation escalation);

    void add(EscalationContent content);

    /** What a document says; empty where the asker may not read it. */
    Optional<EscalationContent> content(UUID document);

    /** Keeps that somebody read a document, unless that is kept already. */
    void keep(EscalationReading reading);

    /** Readings of the documents of one escalation, the earliest first. */
    List<EscalationReading> readings(UUID escalation);

    /** Those whose clock ran out, the longest overdue first. */
    List<UUID> overdue(Instant now, int limit);
}
