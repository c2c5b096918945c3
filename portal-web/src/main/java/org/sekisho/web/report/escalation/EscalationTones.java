package org.sekisho.web.report.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.sekisho.domain.report.decision.EscalationLevel;
import org.sekisho.domain.report.escalation.EscalationState;

/** The tone of a level and of a state; the word always stands beside it. */
@Named
@ApplicationScoped
public class EscalationTones {

    public String level(EscalationLevel level) {
        return switch (level) {
            case NONE -> "";
            case NOTIFY -> "chip-info";
            case WITHIN_24_HOURS -> "chip-high";
            case NOW -> "chip-bad";
        };
    }

    public String state(EscalationState state) {
        return switch (state) {
            case TOLD -> "chip-info";
            case WAITING -> "chip-soon";
            case ACKNOWLEDGED -> "chip-good";
            case STOOD_DOWN -> "";
        };
    }
}
