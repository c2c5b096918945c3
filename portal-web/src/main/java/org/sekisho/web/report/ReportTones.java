package org.sekisho.web.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.report.TierChange;
import org.sekisho.domain.report.review.ChainState;
import org.sekisho.domain.report.review.Choice;
import org.sekisho.domain.report.review.InterimMeasure;
import org.sekisho.domain.report.review.StageState;
import org.sekisho.domain.report.severity.CvssSeverity;

/** In which tone reports and reviews are shown. */
@Named("reportTones")
@ApplicationScoped
public class ReportTones {

    private static final String GOOD = "chip-good";
    private static final String BAD = "chip-bad";
    private static final String HIGH = "chip-high";
    private static final String SOON = "chip-soon";
    private static final String INFO = "chip-info";
    private static final String OVER = "";

    public String state(ReportState state) {
        return switch (state) {
            case RECEIVED, TRIAGE, IN_REVIEW -> INFO;
            case APPROVED, VERIFIED -> GOOD;
            case IN_REMEDIATION, MITIGATED -> SOON;
            case CLOSED, REJECTED, DUPLICATE, DEFERRED -> OVER;
        };
    }

    public String tier(RiskTier tier) {
        return switch (tier) {
            case CRITICAL -> BAD;
            case HIGH -> HIGH;
            case MEDIUM -> SOON;
            case LOW -> OVER;
        };
    }

    public String severity(CvssSeverity severity) {
        return switch (severity) {
            case CRITICAL -> BAD;
            case HIGH -> HIGH;
            case MEDIUM -> SOON;
            case LOW, NONE -> OVER;
        };
    }

    public String chain(ChainState state) {
        return switch (state) {
            case OPEN -> INFO;
            case PASSED -> GOOD;
            case RETURNED -> BAD;
            case VOID -> OVER;
        };
    }

    public String choice(Choice choice) {
        return choice.agrees() ? GOOD : BAD;
    }

    public String change(TierChange.State state) {
        return switch (state) {
            case PROPOSED -> INFO;
            case IN_EFFECT -> GOOD;
            case DECLINED -> BAD;
            case VOID -> OVER;
        };
    }

    public String measure(InterimMeasure.State state) {
        return state == InterimMeasure.State.IN_EFFECT ? SOON : OVER;
    }

    public String stageIcon(StageState state) {
        return switch (state) {
            case PASSED -> "done";
            case RETURNED -> "lapsed";
            case OPEN -> "clock";
            case WAITING, VOID -> "open";
        };
    }

    public String stageTone(StageState state) {
        return switch (state) {
            case PASSED -> "icon-good";
            case RETURNED -> "icon-bad";
            case OPEN -> "icon-soon";
            case WAITING, VOID -> "icon-ended";
        };
    }

    /** The class of a label's own colours. */
    public String label(Tlp label) {
        return "tlp-" + label.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
