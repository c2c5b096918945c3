package org.sekisho.domain.report.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Intakes, and what they have staged. One transaction at a time works at an intake. To publish a large one takes minutes, so it can be
 * told without waiting that somebody is at work; and since it is the transaction that tells it, it is told no longer than it is true,
 * also where the node dies meanwhile.
 */
public interface Intakes {

    /**
     * For whoever works at it: until the transaction ends nobody else does. Waits for whoever does.
     *
     * @throws org.sekisho.domain.shared.Refusal when there is none that the actor may see
     */
    Intake require(UUID id);

    /** As it is now, for whoever changes nothing of it. */
    Optional<Intake> find(UUID id);

    /**
     * For whoever takes it from somebody else: until the transaction ends nobody else works at it. Waits for nobody; empty where
     * somebody works at it.
     *
     * @throws org.sekisho.domain.shared.Refusal when there is none that the actor may see
     */
    Optional<Intake> requireIdle(UUID id);

    /**
     * The intake of that file that is staging or published, as it is now; at most one of an organisation. Another transaction that asks
     * for the same waits until this one ends, also where there is none.
     */
    Optional<Intake> current(UUID organisation, String sha256);

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

    /** Takes away what was staged and rejected, while the intake is still staging: afterwards nobody sees it any more. */
    void discard(Intake intake);
}
