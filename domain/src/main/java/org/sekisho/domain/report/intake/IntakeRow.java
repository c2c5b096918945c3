package org.sekisho.domain.report.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Actor;

/**
 * An import as lists show it.
 *
 * @param agreementNumber the number of the agreement under which it came
 * @param environment its code in the agreement's clause; empty where none was named
 * @param sealedFileName ciphertext; empty where the reader may not see it
 * @param operator the name of who imported it; empty once the person was erased
 * @param heardAt when whoever reads it was last heard of
 * @param tally all zero until it is published
 * @param failedRuns of how many runs the file says that they didn't end well
 * @param failure what refused the file
 * @param attempt how often its reading was begun
 * @param atWork whether a transaction works at it at this moment
 * @param operatorPerson who imported it
 */
public record IntakeRow(
        UUID id,
        UUID organisation,
        UUID agreement,
        String agreementNumber,
        int agreementVersion,
        String environment,
        SourceFormat format,
        String tool,
        String toolVersion,
        String run,
        Tlp label,
        Optional<byte[]> sealedFileName,
        Optional<String> operator,
        String sha256,
        long size,
        Instant begunAt,
        Instant heardAt,
        Optional<Instant> endedAt,
        IntakeState state,
        IntakeTally tally,
        int failedRuns,
        IntakeProgress progress,
        Optional<IntakeFailure> failure,
        int attempt,
        boolean atWork,
        UUID operatorPerson) {

    /** Whether whoever staged it has gone, so that it can be taken over. */
    public boolean isBrokenOff(Instant now) {
        return !atWork && Intake.isBrokenOff(state, heardAt, now);
    }

    /** Whether its file is handed out to this actor. */
    public boolean isHandedOutTo(Actor actor) {
        return Intake.isHandedOutTo(actor, organisation, operatorPerson);
    }
}
