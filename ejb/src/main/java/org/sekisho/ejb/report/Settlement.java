package org.sekisho.ejb.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.review.ReviewChains;
import org.sekisho.domain.report.review.ReviewDesk;
import org.sekisho.domain.shared.BankHolidays;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.shared.CurrentAct;

/** Ends the review that a change of the report, or of its tier, left without a subject. */
@ApplicationScoped
class Settlement {

    @Inject
    private CurrentAct act;

    @Inject
    private ReviewChains chains;

    @Inject
    private Entrance entrance;

    @Inject
    private Vault vault;

    /** The desk at which votes are taken. Its clocks stop while banks are closed; the exchange closes on the same days. */
    ReviewDesk desk() {
        return new ReviewDesk(vault, BankHolidays.ofJapan());
    }

    /** @param before the review that ran before the change */
    void settle(Report report, Optional<UUID> before) {
        before.ifPresent(chain -> entrance.withReachOf(SystemReach.REVIEW_DECISION, () -> desk().settle(
                                report, chains.requireLocked(chain), act.now()))
                .ifPresent(act::happened));
    }
}
