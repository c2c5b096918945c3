package org.sekisho.domain.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.sekisho.domain.report.severity.CvssSeverity;

/**
 * The gravest that a later file calls what a report is about, where that is graver than the file it came with said. The item is a repeat and
 * makes no report of its own, but what it says counts: the tables are asked again, and go on being asked with it.
 */
@Entity
@Table(name = "graver_repeat")
public class GraverRepeat {

    @Id
    @Column(name = "report_id", updatable = false)
    private UUID report;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Enumerated(EnumType.STRING)
    @Column(name = "severity", nullable = false)
    private CvssSeverity severity;

    @Column(name = "import_id", nullable = false)
    private UUID intake;

    @Column(name = "item", nullable = false)
    private long item;

    @Column(name = "heard_at", nullable = false)
    private Instant heardAt;

    @Column(name = "asked", nullable = false)
    private boolean asked;

    /** Imports write it, in one statement for all of their items. */
    @SuppressWarnings("NullAway")
    protected GraverRepeat() {}

    /** The tables are being asked with it. */
    public void ask() {
        asked = true;
    }

    public UUID report() {
        return report;
    }

    /** The institution that owns the report. */
    public UUID organisation() {
        return organisation;
    }

    public CvssSeverity severity() {
        return severity;
    }

    /** The import whose item says so. */
    public UUID intake() {
        return intake;
    }

    /** Its index in the file, from 0. */
    public long item() {
        return item;
    }

    public Instant heardAt() {
        return heardAt;
    }

    public boolean isAsked() {
        return asked;
    }
}
