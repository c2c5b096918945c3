package org.sekisho.ejb.assurance;

import java.time.YearMonth;
import java.util.List;
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
     * @param findings how many of those that the reader may see are about its sections, the withdrawn ones left out
     * @param samples how many samples are about its sections; none for who isn't of the team
     * @param exceptions how many of their items have one
     */
    public record Line(ControlCoverage coverage, int findings, int samples, int exceptions) {}
}
