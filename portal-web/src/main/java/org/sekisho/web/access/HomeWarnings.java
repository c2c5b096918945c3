package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.access.ChecklistItem;
import org.sekisho.domain.agreement.access.Phrase;
import org.sekisho.ejb.access.AccessDecisionService;
import org.sekisho.ejb.access.AccessWarning;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Say;

/** What has lapsed or lapses soon under the agreements that concern the reader: the first thing the home page says. */
@Named
@RequestScoped
public class HomeWarnings {

    /** Who has more to read has the list of agreements for it. */
    private static final int SHOWN = 4;

    private static final Duration URGENT = Duration.ofDays(3);

    @Inject
    private AccessDecisionService decisions;

    @Inject
    private ReasonWords reasons;

    @Inject
    private Moments moments;

    @Inject
    private Say say;

    @Inject
    private Me me;

    @Inject
    private Clock clock;

    private @Nullable List<AccessWarning> all;

    /** The most urgent ones. */
    public List<AccessWarning> getShown() {
        return getAll().stream().limit(SHOWN).toList();
    }

    /** How many there are beside those shown. */
    public int getMore() {
        return Math.max(0, getAll().size() - SHOWN);
    }

    private List<AccessWarning> getAll() {
        if (all == null) {
            all = me.can("agreement:read") ? decisions.warnings() : List.of();
        }
        return all;
    }

    public boolean isUrgent(AccessWarning warning) {
        Instant soon = clock.instant().plus(URGENT);
        return warning.stopped()
                || warning.stopsAt().filter(at -> at.isBefore(soon)).isPresent();
    }

    /** What happens to use of the model, and when. */
    public String title(AccessWarning warning) {
        Map<String, Object> agreement = Map.of("agreement", warning.agreementNumber());
        if (warning.stopped()) {
            return say.text("home.has-stopped", agreement);
        }
        return warning.stopsAt()
                .map(at -> say.text(
                        "home.will-stop", Map.of("agreement", warning.agreementNumber(), "left", moments.relative(at))))
                .orElseGet(() -> say.text("home.stops-for-some", agreement));
    }

    /** What was found of one condition, and what would restore or keep it. */
    public String words(ChecklistItem item) {
        return (reasons.all(item.found()) + " " + reasons.all(item.remedies())).strip();
    }

    /** Where it is dealt with: the place of the first remedy that has one, else the agreement. */
    public String place(AccessWarning warning, ChecklistItem item) {
        return item.remedies().stream()
                .map((Phrase remedy) -> reasons.place(remedy, warning.agreement()))
                .filter(place -> !place.isEmpty())
                .findFirst()
                .orElse("/agreement?id=" + warning.agreement());
    }
}
