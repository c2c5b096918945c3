package org.sekisho.domain.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.intake.Finding;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.report.severity.CvssSeverity;
import org.sekisho.domain.shared.Checks;

/** Where a report comes from: how it was found, who ran or imported that, and from which item of which file. Never changes. */
@Entity
@Table(name = "report_origin")
public class ReportOrigin {

    @Id
    @Column(name = "report_id", updatable = false)
    private UUID report;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Embedded
    private Provenance provenance;

    @Column(name = "operator_person_id", nullable = false, updatable = false)
    private UUID operator;

    @Column(name = "import_id", updatable = false)
    private @Nullable UUID intake;

    @Column(name = "item", updatable = false)
    private @Nullable Long item;

    @Enumerated(EnumType.STRING)
    @Column(name = "format", updatable = false)
    private @Nullable SourceFormat format;

    @Enumerated(EnumType.STRING)
    @Column(name = "stated_severity", updatable = false)
    private @Nullable CvssSeverity stated;

    @Enumerated(EnumType.STRING)
    @Column(name = "stated_effect", updatable = false)
    private Finding.@Nullable Standing effect;

    @Column(name = "left_out", nullable = false, updatable = false)
    private int leftOut;

    @SuppressWarnings("NullAway")
    protected ReportOrigin() {}

    /**
     * Of a report that somebody wrote; those of an import are made with its reports.
     *
     * @param report whose first revision names its author
     */
    public ReportOrigin(Report report, Provenance provenance) {
        this.report = report.id();
        this.organisation = report.organisation();
        this.provenance = Checks.require(provenance, "provenance");
        this.operator = Checks.require(report.current().author().orElse(null), "operator");
    }

    public UUID report() {
        return report;
    }

    /** The institution that owns the report. */
    public UUID organisation() {
        return organisation;
    }

    /** How it was found; of an import what the file says, where whoever imported said nothing. */
    public Provenance provenance() {
        return provenance;
    }

    /** Who wrote or imported it. */
    public UUID operator() {
        return operator;
    }

    /** The import that it came with. */
    public Optional<UUID> intake() {
        return Optional.ofNullable(intake);
    }

    /** Its index in the file, from 0. */
    public Optional<Long> item() {
        return Optional.ofNullable(item);
    }

    /** How grave the file calls it, which counts for as long as no vector has a score. */
    public Optional<CvssSeverity> statedSeverity() {
        return Optional.ofNullable(stated);
    }

    /** What the file says of its effect: a claim, by which nothing is decided. */
    public Optional<Finding.Standing> statedEffect() {
        return Optional.ofNullable(effect);
    }

    /** How many entries of the item's lists were too many to keep; the file has them. */
    public int leftOut() {
        return leftOut;
    }

    /** The format of the file. */
    public Optional<SourceFormat> format() {
        return Optional.ofNullable(format);
    }
}
