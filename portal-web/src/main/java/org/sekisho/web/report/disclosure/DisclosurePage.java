package org.sekisho.web.report.disclosure;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.disclosure.DisclosureRow;
import org.sekisho.domain.report.disclosure.DisclosureState;
import org.sekisho.domain.report.disclosure.DisclosureView;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.report.disclosure.DisclosureService;
import org.sekisho.web.shared.FormValues;
import org.sekisho.web.shared.Me;

/** One disclosure case: what comes next, what it is about, who outside knows, and what happened. */
@Named
@RequestScoped
public class DisclosurePage {

    @Inject
    private DisclosureService disclosures;

    @Inject
    private Me me;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private @Nullable DisclosureView view;

    public UUID getId() {
        return FormValues.requireId(request, "id");
    }

    public DisclosureView getView() {
        if (view == null) {
            view = disclosures.one(getId());
        }
        return view;
    }

    public DisclosureRow getRow() {
        return getView().row();
    }

    /** What the page says first. */
    public String getHeadline() {
        return "disclosure.first." + where();
    }

    /** What happens if nobody does anything. */
    public String getOtherwise() {
        return "disclosure.otherwise." + where();
    }

    private String where() {
        DisclosureState state = getRow().state();
        if (state != DisclosureState.NOTIFIED && state != DisclosureState.COORDINATED) {
            return state.name();
        }
        if (getRow().publishOn().isEmpty()) {
            return "unscheduled";
        }
        return isDue() ? "due" : "scheduled";
    }

    /** Whether the day of publication has come, in a case that goes on. */
    public boolean isDue() {
        LocalDate today = Days.of(clock.instant());
        return getView().row().state().isOpen()
                && getRow().publishOn().filter(day -> !day.isAfter(today)).isPresent();
    }

    /** The end of the day of publication, in a case that goes on. */
    public Optional<Instant> getEnd() {
        return getRow().publishOn().filter(any -> getRow().state().isOpen()).map(Days::endOf);
    }

    /** The one likely next act. */
    public String getNext() {
        return switch (where()) {
            case "PREPARED" -> "tell";
            case "unscheduled" -> "schedule";
            case "due" -> "publish";
            default -> "";
        };
    }

    /** Whether the person acts for the institution that owns the report. */
    public boolean isOwn() {
        return getRow().organisation().equals(me.getAccount().organisation());
    }
}
