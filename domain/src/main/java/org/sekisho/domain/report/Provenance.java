package org.sekisho.domain.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.sekisho.domain.shared.Checks;

/** Under what a finding came about: version of the agreement, environment, model or tool with version, run. Never changes. */
@Embeddable
public class Provenance {

    /** The most characters of each name. */
    public static final int LIMIT = 200;

    private static final int CODE_LIMIT = 64;

    @Column(name = "agreement_version", nullable = false, updatable = false)
    private int agreementVersion;

    @Column(name = "environment", nullable = false, updatable = false)
    private String environment;

    @Column(name = "tool", nullable = false, updatable = false)
    private String tool;

    @Column(name = "tool_version", nullable = false, updatable = false)
    private String toolVersion;

    @Column(name = "run", nullable = false, updatable = false)
    private String run;

    @SuppressWarnings("NullAway")
    protected Provenance() {}

    /** @param agreementVersion the version that governs */
    public Provenance(int agreementVersion, FoundBy said) {
        this.agreementVersion = agreementVersion;
        this.environment = Checks.optionalText(said.environment(), "environment", CODE_LIMIT);
        this.tool = Checks.optionalText(said.tool(), "tool", LIMIT);
        this.toolVersion = Checks.optionalText(said.toolVersion(), "toolVersion", LIMIT);
        this.run = Checks.optionalText(said.run(), "run", LIMIT);
    }

    public int agreementVersion() {
        return agreementVersion;
    }

    /** Its code in the agreement's clause; empty where none is named. */
    public String environment() {
        return environment;
    }

    /** The model or tool; empty where nobody says it. */
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
