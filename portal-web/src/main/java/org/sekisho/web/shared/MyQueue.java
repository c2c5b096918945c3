package org.sekisho.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.ejb.home.HomeService;

/** What waits for me, asked once per request: the navigation counts what the home page lists. */
@RequestScoped
public class MyQueue {

    @Inject
    private HomeService home;

    @Inject
    private Me me;

    private @Nullable List<QueueItem> items;

    /** What waits, the earliest due first, as far as a page shows it. */
    public List<QueueItem> items() {
        List<QueueItem> found = found();
        return hasMore() ? found.subList(0, HomeService.SHOWN) : found;
    }

    /** Whether more waits than is shown. */
    public boolean hasMore() {
        return found().size() > HomeService.SHOWN;
    }

    private List<QueueItem> found() {
        if (items == null) {
            items = me.isSignedIn() && !me.isSecondFactorMissing() && me.can("home:read") ? home.queue() : List.of();
        }
        return items;
    }
}
