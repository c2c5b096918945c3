package org.sekisho.domain.assurance.finding;

/** How much a finding weighs. Corrective actions of the highest stop use of the model when they are overdue. */
public enum FindingSeverity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}
