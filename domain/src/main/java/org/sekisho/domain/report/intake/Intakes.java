package org.sekisho.domain.report.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Intakes, and what they have staged. */
public interface Intakes {

    /** @throws org.sekisho.domain.shared.Refusal when there is none that the actor may see */
    Intake require(UUID id);

    /**
     * The intake of that file that is staging or published; at most one of an organisation. It is locked until the transaction ends,
     * and where there is none, another transaction that asks for the same waits.
     */
    Optional<Intake> lockCurrent(UUID organisation, String sha256);

    void add(Intake intake, IntakeContent content);

    Optional<IntakeContent> content(UUID intake);

    /** Keeps findings unseen. */
    void stage(Intake intake, List<RatedFinding> findings);

    /** Keeps what isn't a finding. */
    void reject(Intake intake, List<Rejection> rejections);

    /**
     * Publishes what is staged, all in the caller's transaction: what is the same as a published finding of the organisation, or as an
     * earlier item of the file, becomes a repeat of it; of every other finding a report is made. Two intakes of an organisation
     * publish one after the other. However many there are, it takes the same few statements.
     *
     * @return the counts of what was staged and rejected
     */
    IntakeTally publish(Intake intake, Instant now);

    /** Takes away what was staged and rejected. */
    void discard(Intake intake);
}
