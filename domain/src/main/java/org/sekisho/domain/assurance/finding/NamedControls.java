package org.sekisho.domain.assurance.finding;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.control.Control;
import org.sekisho.domain.assurance.control.ControlCatalogue;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/** The controls that a finding concerns: each in the catalogue that its engagement goes by, and in the engagement's scope. */
public final class NamedControls {

    /** The most controls that one finding names. */
    public static final int LIMIT = 50;

    private final SortedSet<String> ids;

    private NamedControls(Collection<String> ids) {
        this.ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
    }

    /** A finding that stands for its section. */
    public static NamedControls none() {
        return new NamedControls(List.of());
    }

    /**
     * Those with these ids.
     *
     * @param catalogue the version that the engagement goes by
     */
    public static NamedControls of(Engagement engagement, ControlCatalogue catalogue, Collection<String> ids) {
        NamedControls named = new NamedControls(ids);
        Checks.check(named.ids.size() <= LIMIT, AssuranceError.FINDING_CONTROLS_TOO_MANY, Map.of("limit", LIMIT));
        for (String id : named.ids) {
            Control control = catalogue
                    .find(id)
                    .orElseThrow(() -> Refusal.of(AssuranceError.FINDING_CONTROL_UNKNOWN, "control", id));
            Checks.check(
                    control.drawsOn(engagement.terms().sections()),
                    AssuranceError.FINDING_CONTROL_OUT_OF_SCOPE,
                    Map.of("control", id));
        }
        return named;
    }

    /** Their ids, sorted. */
    public SortedSet<String> ids() {
        return ids;
    }
}
