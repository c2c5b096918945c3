package org.sekisho.ejb.assurance;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.assurance.evidence.ControlCoverage;

/**
 * The controls in an engagement's scope, and how they stand.
 *
 * @param version of the catalogue that the engagement goes by
 * @param months that the period touches
 * @param lines in the order of the catalogue
 */
public record AuditControls(int version, List<YearMonth> months, List<Line> lines) {

    public AuditControls {
        months = List.copyOf(months);
        lines = List.copyOf(lines);
    }

    /**
     * One control.
     *
     * @param findings those that the reader may see and that are about it, by number; the withdrawn ones left out
     * @param samples how many samples are about its sections; none for who isn't of the team
     * @param exceptions how many of their items have one
     */
    public record Line(ControlCoverage coverage, List<Found> findings, int samples, int exceptions) {

        public Line {
            findings = List.copyOf(findings);
        }
    }

    /**
     * A finding about a control.
     *
     * @param named whether it names the control; else it names none, and its section shows the control
     */
    public record Found(UUID id, int number, boolean named) {}
}
