package org.sekisho.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.BankHolidays;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.ejb.access.AccessDecisionService;
import org.sekisho.ejb.access.MyAccess;

/** What waits for me, what stops soon, and what I may do. */
@Named
@RequestScoped
public class HomePage {

    private static final Duration COUNTED_DOWN = Duration.ofDays(1);
    private static final int FEW_BUSINESS_DAYS = 5;

    @Inject
    private MyQueue queue;

    @Inject
    private AccessDecisionService decisions;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private Clock clock;

    private @Nullable List<MyAccess> access;

    public Instant getNow() {
        return clock.instant();
    }

    /** What waits, the earliest due first. */
    public List<QueueItem> getQueue() {
        return queue.items();
    }

    /** Whether more waits than the page shows. */
    public boolean isMore() {
        return queue.hasMore();
    }

    public String getTitle() {
        if (getQueue().isEmpty()) {
            return say.text("home.nothing", Map.of());
        }
        return say.text(
                isMore() ? "home.waiting-more" : "home.waiting",
                Map.of("count", getQueue().size()));
    }

    /** What an item is, in a sentence. */
    public String words(QueueItem item) {
        return say.text(item.textKey(), item.parameters());
    }

    /** Whether a clock on the page counts the time down. */
    public boolean countsDown(QueueItem item) {
        return item.due()
                .filter(due -> due.isBefore(getNow().plus(COUNTED_DOWN)))
                .isPresent();
    }

    /** How many business days are left where they are few; 0 where they aren't, or none is left. */
    public int businessDaysLeft(QueueItem item) {
        return item.due()
                .map(due -> BankHolidays.ofJapan()
                        .businessDaysUntil(Days.of(getNow()), Days.of(due.minusSeconds(1)), FEW_BUSINESS_DAYS + 1))
                .filter(left -> left <= FEW_BUSINESS_DAYS)
                .orElse(0);
    }

    /** Under which agreements I may use the model, and why not. */
    public List<MyAccess> getAccess() {
        if (access == null) {
            access = me.can("access:decide") ? decisions.mine() : List.of();
        }
        return access;
    }
}
