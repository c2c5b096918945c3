package org.sekisho.domain.assurance.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.sekisho.domain.shared.Checks;

/** A threat that an auditor declares, and the safeguard that answers it. There is no threat without one: it would be declined. */
@Embeddable
public class DeclaredThreat {

    /** The most characters of either text. */
    public static final int TEXT_LIMIT = 1_000;

    @Enumerated(EnumType.STRING)
    @Column(name = "threat", nullable = false)
    private Threat threat;

    @Column(name = "circumstances", nullable = false)
    private String circumstances;

    @Column(name = "safeguard", nullable = false)
    private String safeguard;

    @SuppressWarnings("NullAway")
    protected DeclaredThreat() {}

    /**
     * @param circumstances what it comes from, in words
     * @param safeguard what is done so that it stays acceptable, in words
     */
    public DeclaredThreat(Threat threat, String circumstances, String safeguard) {
        this.threat = Checks.require(threat, "threat");
        this.circumstances = Checks.requireText(circumstances, "circumstances", TEXT_LIMIT);
        this.safeguard = Checks.requireText(safeguard, "safeguard", TEXT_LIMIT);
    }

    public Threat threat() {
        return threat;
    }

    public String circumstances() {
        return circumstances;
    }

    public String safeguard() {
        return safeguard;
    }
}
