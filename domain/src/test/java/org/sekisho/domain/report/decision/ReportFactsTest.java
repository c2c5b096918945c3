package org.sekisho.domain.report.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.report.severity.CvssSeverity;
import org.sekisho.domain.report.severity.Exploitation;

class ReportFactsTest {

    @Test
    void whatALaterFileSaysCountsAsFarAsItIsGraver() {
        assertEquals("CRITICAL", asked(Optional.of(CvssSeverity.MEDIUM), Optional.of(CvssSeverity.CRITICAL)));
        assertEquals("MEDIUM", asked(Optional.of(CvssSeverity.MEDIUM), Optional.of(CvssSeverity.LOW)));
        assertEquals("MEDIUM", asked(Optional.of(CvssSeverity.MEDIUM), Optional.empty()));
        assertEquals("HIGH", asked(Optional.empty(), Optional.of(CvssSeverity.MEDIUM)), "unknown counts as high");
        assertEquals("CRITICAL", asked(Optional.empty(), Optional.of(CvssSeverity.CRITICAL)));
    }

    private static String asked(Optional<CvssSeverity> known, Optional<CvssSeverity> graver) {
        ReportFacts facts = ReportFacts.onArrival(known, Exploitation.of(List.of(), List.of(), List.of()));
        return facts.atLeast(graver).values().getOrDefault(ReportFacts.Key.SEVERITY.name(), "");
    }
}
