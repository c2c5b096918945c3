package org.sekisho.domain.report.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.Provenance;
import org.sekisho.domain.shared.Checks;

/** Under what a file's findings came about, as whoever imports says it: agreement and provenance, format, label. Never changes. */
@Embeddable
public class IntakeOrigin {

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreement;

    @Embedded
    private Provenance provenance;

    @Enumerated(EnumType.STRING)
    @Column(name = "format", nullable = false, updatable = false)
    private SourceFormat format;

    @Enumerated(EnumType.STRING)
    @Column(name = "label", nullable = false, updatable = false)
    private Tlp label;

    @SuppressWarnings("NullAway")
    protected IntakeOrigin() {}

    /**
     * @param provenance whose names are empty where the file says them
     * @param label how far the reports may be passed on
     */
    public IntakeOrigin(UUID agreement, Provenance provenance, SourceFormat format, Tlp label) {
        this.agreement = Checks.require(agreement, "agreement");
        this.provenance = Checks.require(provenance, "provenance");
        this.format = Checks.require(format, "format");
        this.label = Checks.require(label, "label");
    }

    public UUID agreement() {
        return agreement;
    }

    public Provenance provenance() {
        return provenance;
    }

    public SourceFormat format() {
        return format;
    }

    public Tlp label() {
        return label;
    }
}
