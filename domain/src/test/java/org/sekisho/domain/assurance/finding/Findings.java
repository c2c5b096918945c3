package org.sekisho.domain.assurance.finding;

import static org.sekisho.domain.assurance.Audit.AUDITOR;
import static org.sekisho.domain.assurance.Audit.BANKER;
import static org.sekisho.domain.assurance.Audit.NOVEMBER;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.shared.Days;

/** Findings that the tests of this package begin with. */
final class Findings {

    static final LocalDate TODAY = Days.of(NOVEMBER);
    static final FindingDays DAYS = new FindingDays(TODAY.plusDays(5), TODAY.plusDays(15), TODAY.plusDays(60));
    /** A moment of the day after the check of facts ended. */
    static final Instant AFTER_CHECK = NOVEMBER.plus(Duration.ofDays(6));

    private Findings() {}

    static AuditFinding draft(Engagement engagement, FindingSeverity severity) {
        return new AuditFinding(
                AUDITOR, engagement, 1, EvidenceSection.TRAINING, severity, NamedControls.none(), NOVEMBER);
    }

    /** A finding in that state, brought there by its verbs. */
    static AuditFinding in(FindingState state, Engagement engagement) {
        AuditFinding finding = draft(engagement, FindingSeverity.CRITICAL);
        if (state == FindingState.DRAFT) {
            return finding;
        }
        if (state == FindingState.WITHDRAWN) {
            finding.withdraw(AUDITOR, engagement, NOVEMBER);
            return finding;
        }
        finding.submit(AUDITOR, engagement, DAYS, NOVEMBER);
        if (state == FindingState.CONTESTED) {
            finding.contest(BANKER, engagement);
        }
        if (state.isEstablished()) {
            finding.confirm(BANKER, engagement, NOVEMBER);
        }
        if (state == FindingState.RESPONDED) {
            finding.respond(BANKER, engagement, Position.AGREED, NOVEMBER);
        }
        return finding;
    }
}
