package org.sekisho.web.assurance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Settings;
import org.sekisho.ejb.assurance.CalendarFeedService;
import org.sekisho.ejb.assurance.CalendarFeedView;
import org.sekisho.web.shared.Notices;

/** The part of the calendar's page where one makes, replaces and revokes the address of one's feed, and is shown it once. */
@Named
@RequestScoped
public class CalendarFeedCard {

    private static final String HERE = "/audit-calendar";
    private static final String KEPT = "calendar-feed";

    @Inject
    private CalendarFeedService feeds;

    @Inject
    private Settings settings;

    @Inject
    private Notices notices;

    private @Nullable Optional<CalendarFeedView> found;

    /** One's address; null where there is none, for the page. */
    public @Nullable CalendarFeedView getFeed() {
        if (found == null) {
            found = feeds.feed();
        }
        return found.orElse(null);
    }

    /** Makes an address, in place of the present one where there is one, and shows it on the next page. */
    public void make() {
        flash().put(KEPT, settings.publicUrl() + CalendarFeedServlet.path(feeds.makeFeed()));
        notices.leadTo(HERE);
    }

    /** Makes the present address worthless. */
    public void revoke() {
        feeds.revokeFeed();
        notices.done("calendar-feed.revoked", Map.of());
        notices.leadTo(HERE);
    }

    /** The address that was just made; empty at any other time. */
    public String getAddress() {
        return flash().get(KEPT) instanceof String address ? address : "";
    }

    private static Flash flash() {
        return FacesContext.getCurrentInstance().getExternalContext().getFlash();
    }
}
