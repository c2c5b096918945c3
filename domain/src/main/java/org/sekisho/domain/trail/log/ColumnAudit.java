package org.sekisho.domain.trail.log;

import java.util.ArrayList;
import java.util.List;
import org.sekisho.domain.trail.log.Tampering.Kind;

/**
 * Checks that what people read of the events – in lists, packs and access logs, and by the policies that say whose an event is to see – is
 * what their leaves say. It is the other half of the full check: {@link TrailAudit} tells that the leaves are those that were signed, and
 * looks at nothing else.
 */
public final class ColumnAudit {

    private ColumnAudit() {}

    /** Reads everything; what it found, at most {@link TrailAudit#MOST}. An event without a place is told at the end of the log. */
    public static List<Tampering> run(LogRecords records) {
        long end = records.places();
        List<Tampering> found = new ArrayList<>();
        records.kept(each -> {
            if (found.size() < TrailAudit.MOST && !each.agrees()) {
                found.add(Tampering.at(Kind.COLUMNS_DIFFER, each.index().orElse(end), each.event()));
            }
        });
        return found;
    }
}
