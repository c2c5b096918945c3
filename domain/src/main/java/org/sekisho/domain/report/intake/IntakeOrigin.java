package org.sekisho.domain.report.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.shared.Checks;

/** Under what a file's findings came about: agreement and its version, environment, model or tool with version, run. Never changes. */
@Embeddable
public class IntakeOrigin {

    /** The most characters of each name. */
    public static final int LIMIT = 200;

    private static final int CODE_LIMIT = 64;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreement;

    @Column(name = "agreement_version", nullable = false, updatable = false)
    private int agreementVersion;

    @Column(name = "environment", nullable = false, updatable = false)
    private String environment;

    @Enumerated(EnumType.STRING)
    @Column(name = "format", nullable = false, updatable = false)
    private SourceFormat format;

    @Column(name = "tool", nullable = false, updatable = false)
    private String tool;

    @Column(name = "tool_version", nullable = false, updatable = false)
    private String toolVersion;

    @Column(name = "run", nullable = false, updatable = false)
    private String run;

    @Enumerated(EnumType.STRING)
    @Column(name = "label", nullable = false, updatable = false)
    private Tlp label;

    @SuppressWarnings("NullAway")
    protected IntakeOrigin() {}

    /**
     * @param agreementVersion the version in force
     * @param environment its code in the agreement's clause; empty where none is named
     * @param tool model or tool as whoever imports names it; empty where the file says it
     * @param label how far the reports may be passed on
     */
    public IntakeOrigin(
            UUID agreement,
            int agreementVersion,
            String environment,
            SourceFormat format,
            String tool,
            String toolVersion,
            String run,
            Tlp label) {
        this.agreement = Checks.require(agreement, "agreement");
        this.agreementVersion = agreementVersion;
        this.environment = Checks.optionalText(environment, "environment", CODE_LIMIT);
        this.format = Checks.require(format, "format");
        this.tool = Checks.optionalText(tool, "tool", LIMIT);
        this.toolVersion = Checks.optionalText(toolVersion, "toolVersion", LIMIT);
        this.run = Checks.optionalText(run, "run", LIMIT);
        this.label = Checks.require(label, "label");
    }

    public UUID agreement() {
        return agreement;
    }

    public int agreementVersion() {
        return agreementVersion;
    }

    /** Its code in the agreement's clause; empty where none is named. */
    public String environment() {
        return environment;
    }

    public SourceFormat format() {
        return format;
    }

    public String tool() {
        return tool;
    }

    public String toolVersion() {
        return toolVersion;
    }

    public String run() {
        return run;
    }

    public Tlp label() {
        return label;
    }
}
