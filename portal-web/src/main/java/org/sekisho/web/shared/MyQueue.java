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

    /** What waits, the earliest due first. */
    public List<QueueItem> items() {
        if (items == null) {
            items = me.isSignedIn() && !me.isSecondFactorMissing() && me.can("home:read") ? home.queue() : List.of();
        }
        return items;
    }
}
