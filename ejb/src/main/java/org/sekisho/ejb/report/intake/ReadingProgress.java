package org.sekisho.ejb.report.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.sekisho.domain.report.intake.Intake;
import org.sekisho.domain.report.intake.IntakeProgress;

/**
 * How far the reading of a file has come. Where no batch says it for a while, because the reader looks for something else than items or
 * gets its bytes slowly, the bytes that come do. A reader that hangs says nothing, and somebody else can go on. For one thread.
 */
final class ReadingProgress {

    private final Clock clock;
    private final Consumer<IntakeProgress> sign;
    private long items;
    private long bytes;
    private Instant heardAt;

    /** @param sign tells in a transaction of its own that the reading goes on */
    ReadingProgress(Clock clock, Consumer<IntakeProgress> sign) {
        this.clock = clock;
        this.sign = sign;
        this.heardAt = clock.instant();
    }

    /** More bytes were read. */
    void read(long more) {
        bytes += more;
        Instant now = clock.instant();
        // A clock that was set back must not silence the reader.
        if (now.isBefore(heardAt) || !now.isBefore(heardAt.plus(Intake.SIGN_OF_LIFE))) {
            heardAt = now;
            sign.accept(new IntakeProgress(items, bytes));
        }
    }

    /** More items are about to be staged, which tells the progress as well. */
    IntakeProgress staged(int more) {
        items += more;
        heardAt = clock.instant();
        return new IntakeProgress(items, bytes);
    }
}
