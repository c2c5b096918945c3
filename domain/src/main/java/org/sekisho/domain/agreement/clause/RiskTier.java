package org.sekisho.domain.agreement.clause;

/** How much a finding could hurt, by the risk table. The highest first. */
public enum RiskTier {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    /** Whether institution and authority must both agree before anything is implemented. */
    public boolean needsBothSides() {
        return this == CRITICAL || this == HIGH;
    }
}
