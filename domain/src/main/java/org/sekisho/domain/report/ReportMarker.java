package org.sekisho.domain.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a report of the present revision is found by: a component or a number that it has elsewhere, in the open, within one organisation. */
@Embeddable
public class ReportMarker {

    /** The most characters that are searched. */
    public static final int VALUE_LIMIT = 200;

    /** What a marker is. */
    public enum Kind {
        IDENTIFIER,
        WEAKNESS,
        COMPONENT
    }

    @Column(name = "organisation_id", nullable = false)
    private UUID organisation;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false)
    private Kind kind;

    @Column(name = "value", nullable = false)
    private String value;

    @SuppressWarnings("NullAway")
    protected ReportMarker() {}

    private ReportMarker(UUID organisation, Kind kind, String value) {
        this.organisation = organisation;
        this.kind = kind;
        this.value = cut(value);
    }

    /** A pair of surrogates stays together. */
    private static String cut(String value) {
        if (value.length() <= VALUE_LIMIT) {
            return value;
        }
        return value.substring(
                0, Character.isHighSurrogate(value.charAt(VALUE_LIMIT - 1)) ? VALUE_LIMIT - 1 : VALUE_LIMIT);
    }

    /** The markers of a content. */
    static Set<ReportMarker> of(UUID organisation, ReportContent content) {
        Set<ReportMarker> markers = new HashSet<>();
        content.identifiers().forEach(each -> markers.add(new ReportMarker(organisation, Kind.IDENTIFIER, each)));
        content.weaknesses().forEach(each -> markers.add(new ReportMarker(organisation, Kind.WEAKNESS, each)));
        content.components().forEach(each -> markers.add(new ReportMarker(organisation, Kind.COMPONENT, each.name())));
        return markers;
    }

    public Kind kind() {
        return kind;
    }

    public String value() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReportMarker marker
                && organisation.equals(marker.organisation)
                && kind == marker.kind
                && value.equals(marker.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(organisation, kind, value);
    }
}
