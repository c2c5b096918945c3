package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.sekisho.domain.assurance.finding.ActionRow;
import org.sekisho.domain.assurance.finding.ActionState;
import org.sekisho.domain.assurance.finding.FindingSeverity;
import org.sekisho.domain.assurance.finding.FindingState;
import org.sekisho.web.shared.Moments;

/** Tones of findings and corrective actions, and whether their days have passed. */
@Named
@RequestScoped
public class FindingTones {

    @Inject
    private Moments moments;

    public String state(FindingState state) {
        return switch (state) {
            case DRAFT, WITHDRAWN -> "";
            case FACT_CHECK, CONTESTED -> "chip-soon";
            case ESTABLISHED -> "chip-info";
            case RESPONDED -> "chip-good";
        };
    }

    public String action(ActionState state) {
        return switch (state) {
            case OPEN -> "chip-soon";
            case REPORTED -> "chip-info";
            case VERIFIED -> "chip-good";
            case NOT_EFFECTIVE -> "chip-bad";
            case REPLACED -> "";
        };
    }

    public String severity(FindingSeverity severity) {
        return switch (severity) {
            case CRITICAL -> "chip-bad";
            case HIGH -> "chip-soon";
            case MEDIUM, LOW -> "";
        };
    }

    public boolean isPast(LocalDate day) {
        return moments.getToday().isAfter(day);
    }

    public boolean isOverdue(ActionRow row) {
        return row.isOverdue(moments.getToday());
    }
}
