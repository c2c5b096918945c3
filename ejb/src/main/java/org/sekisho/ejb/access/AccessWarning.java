package org.sekisho.ejb.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.access.ChecklistItem;
import org.sekisho.domain.agreement.access.ConditionChecklist;
import org.sekisho.domain.agreement.access.WaitingAccess;

/**
 * What has lapsed or lapses soon under one agreement.
 *
 * @param stopped whether use of the model has stopped for everyone
 * @param stopsAt when it stops for everyone if nothing is done; empty if it has stopped, or no day is set for it soon
 * @param items the lapsed first, then by when they lapse
 */
public record AccessWarning(
        UUID agreement, String agreementNumber, boolean stopped, Optional<Instant> stopsAt, List<ChecklistItem> items) {

    static final Comparator<AccessWarning> MOST_URGENT_FIRST = Comparator.comparing(
                    (AccessWarning warning) -> !warning.stopped())
            .thenComparing(warning -> warning.stopsAt().orElse(Instant.MAX))
            .thenComparing(AccessWarning::agreementNumber);

    public AccessWarning {
        items = List.copyOf(items);
    }

    static AccessWarning of(WaitingAccess.Received agreement, ConditionChecklist checklist) {
        List<ChecklistItem> warnings = checklist.warnings();
        Optional<Instant> soon = checklist.stopsAt().filter(at -> warnings.stream()
                .anyMatch(item -> item.lapsesAt().filter(at::equals).isPresent()));
        return new AccessWarning(
                agreement.agreement(), agreement.agreementNumber(), checklist.isStopped(), soon, warnings);
    }
}
