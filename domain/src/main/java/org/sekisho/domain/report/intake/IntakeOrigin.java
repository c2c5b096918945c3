package org.sekisho.domain.report.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Checks;

/** Under what a file's findings came about: agreement and its version, environment, model or tool with version, run. Never changes. */
@Embeddable
public class IntakeOrigin {

    /** The most characters of each name. */
    public static final int LIMIT = 200;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreement;

    @Column(name = "agreement_version", nullable = false, updatable = false)
    private int agreementVersion;

    @Column(name = "environment_id", updatable = false)
    private @Nullable UUID environment;

    @Enumerated(EnumType.STRING)
    @Column(name = "format", nullable = false, updatable = false)
    private SourceFormat format;

    @Column(name = "tool", nullable = false, updatable = false)
    private String tool;

    @Column(name = "tool_version", nullable = false, updatable = false)
    private String toolVersion;

    @Column(name = "run", nullable = false, updatable = false)
    private String run;

    @SuppressWarnings("NullAway")
    protected IntakeOrigin() {}

    /**
     * @param agreementVersion the version in force
     * @param tool model or tool as whoever imports names it; empty where the file says it
     */
    public IntakeOrigin(
            UUID agreement,
            int agreementVersion,
            Optional<UUID> environment,
            SourceFormat format,
            String tool,
            String toolVersion,
            String run) {
        this.agreement = Checks.require(agreement, "agreement");
        this.agreementVersion = agreementVersion;
        this.environment = environment.orElse(null);
        this.format = Checks.require(format, "format");
        this.tool = Checks.optionalText(tool, "tool", LIMIT);
        this.toolVersion = Checks.optionalText(toolVersion, "toolVersion", LIMIT);
        this.run = Checks.optionalText(run, "run", LIMIT);
    }

    public UUID agreement() {
        return agreement;
    }

    public int agreementVersion() {
        return agreementVersion;
    }

    public Optional<UUID> environment() {
        return Optional.ofNullable(environment);
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
}
