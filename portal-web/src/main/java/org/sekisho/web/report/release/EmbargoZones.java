package org.sekisho.web.report.release;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Set;
import org.sekisho.domain.shared.Days;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Me;

/** The time zones in which the end of an embargo can be meant: those of the places where vendors, providers and other authorities sit. */
@Named
@RequestScoped
public class EmbargoZones {

    static final List<String> ALL = List.of(
            Days.ZONE.getId(),
            "UTC",
            "America/New_York",
            "America/Chicago",
            "America/Los_Angeles",
            "Europe/London",
            "Europe/Berlin",
            "Asia/Singapore",
            "Australia/Sydney");

    /** Shown with every moment. */
    private static final Set<String> SHOWN_ANYWAY = Set.of(Days.ZONE.getId(), "UTC");

    @Inject
    private Me me;

    /** The zones, by name and by the place that tells them apart. */
    public List<Choice> getAll() {
        return ALL.stream()
                .map(id -> new Choice(id, name(ZoneId.of(id)) + " (" + id + ")"))
                .toList();
    }

    /** Whether a moment meant in this zone is shown in it, beside Japan's time and UTC. */
    public boolean isApart(ZoneId zone) {
        return !SHOWN_ANYWAY.contains(zone.getId()) && !zone.normalized().equals(ZoneOffset.UTC);
    }

    /** "2026-11-24 14:05 Eastern Time". */
    public String time(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", me.getLocale())
                        .withZone(zone)
                        .format(moment)
                + " "
                + name(zone);
    }

    private String name(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL, me.getLocale());
    }
}
