package org.sekisho.domain.report.disclosure;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.shared.Transitions;

/** Where the disclosure of a flaw in somebody else's product stands. */
public enum DisclosureState implements Transitions<DisclosureState> {
    /** Nobody outside knows. */
    PREPARED,
    /** The receiving body or the developer was told. */
    NOTIFIED,
    /** JPCERT/CC coordinates with the developer. */
    COORDINATED,
    PUBLISHED,
    /** It isn't pursued, with the reason. */
    WITHDRAWN;

    @Override
    public Set<DisclosureState> next() {
        return switch (this) {
            case PREPARED -> EnumSet.of(NOTIFIED, COORDINATED, WITHDRAWN);
            case NOTIFIED -> EnumSet.of(COORDINATED, PUBLISHED, WITHDRAWN);
            case COORDINATED -> EnumSet.of(PUBLISHED, WITHDRAWN);
            case PUBLISHED, WITHDRAWN -> EnumSet.noneOf(DisclosureState.class);
        };
    }

    /** Whether a report in this state is good enough to trouble others with. */
    public static boolean mayBegin(ReportState report) {
        return report != ReportState.RECEIVED && report != ReportState.REJECTED && report != ReportState.DUPLICATE;
    }

    /** Whether it goes on. */
    public boolean isOpen() {
        return !next().isEmpty();
    }
}
