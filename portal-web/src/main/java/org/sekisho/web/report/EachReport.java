package org.sekisho.web.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/**
 * One act on several reports. Each goes through the use case by itself, with a transaction and an event of its own: what is refused for
 * one changes nothing about the others, and nothing is half done.
 */
public final class EachReport {

    /** The most reports of one request. */
    public static final int MOST = 200;

    private static final Logger LOG = Logger.getLogger(EachReport.class.getName());

    private EachReport() {}

    /**
     * How it went with one of them.
     *
     * @param refused why it wasn't done; empty where it was
     */
    public record Line(UUID report, Optional<Refusal> refused) {}

    /**
     * Does the act on each, in their order, each once.
     *
     * @throws Refusal with {@link SharedError#REQUIRED} where there is none, {@link ReportError#TOO_MANY_AT_ONCE} beyond {@link #MOST}
     */
    public static List<Line> of(List<UUID> reports, Consumer<UUID> act) {
        List<UUID> each = reports.stream().distinct().toList();
        if (each.isEmpty()) {
            throw Refusal.of(SharedError.REQUIRED, "field", "reports");
        }
        Checks.check(each.size() <= MOST, ReportError.TOO_MANY_AT_ONCE, Map.of("limit", MOST));
        List<Line> lines = new ArrayList<>();
        for (UUID report : each) {
            Line line = new Line(report, refusal(report, act));
            if (lines.isEmpty() && line.refused().filter(EachReport::isOfCaller).isPresent()) {
                throw line.refused().orElseThrow();
            }
            lines.add(line);
        }
        return lines;
    }

    private static Optional<Refusal> refusal(UUID report, Consumer<UUID> act) {
        try {
            act.accept(report);
            return Optional.empty();
        } catch (RuntimeException thrown) {
            for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    return Optional.of(refusal);
                }
            }
            LOG.log(Level.SEVERE, "An act on one of several reports failed", thrown);
            return Optional.of(new Refusal(SharedError.UNAVAILABLE));
        }
    }

    /** Whoever isn't signed in, or used the key for another request, is told so once. */
    private static boolean isOfCaller(Refusal refusal) {
        return refusal.code() == SharedError.NOT_SIGNED_IN || refusal.code() == SharedError.IDEMPOTENCY_KEY_REUSED;
    }
}
