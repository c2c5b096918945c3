package org.sekisho.domain.assurance.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.control.Control;
import org.sekisho.domain.assurance.control.ControlCatalogue;
import org.sekisho.domain.assurance.control.Wording;

class ControlCoverageTest {

    private static final Wording WORDS = new Wording("Words", "文言");
    private static final Period JULY = days(1, 31);
    private static final ControlCatalogue CATALOGUE = new ControlCatalogue(
            WORDS,
            List.of(
                    control("c-1", EvidenceSection.GRANTS, EvidenceSection.TRAIL),
                    control("c-2", EvidenceSection.TRAIL),
                    control("c-3", EvidenceSection.RELEASES),
                    control("c-4", EvidenceSection.USAGE)));

    private static Control control(String id, EvidenceSection... sections) {
        return new Control(id, WORDS, WORDS, EnumSet.copyOf(Arrays.asList(sections)), new TreeSet<>());
    }

    private static Period days(int first, int last) {
        return new Period(LocalDate.of(2026, 7, first), LocalDate.of(2026, 7, last));
    }

    private static List<ControlCoverage> covered(List<Proof> proofs, List<ControlEvidence> evidence) {
        Coverage coverage = Coverage.of(
                JULY,
                Set.of(EvidenceSection.GRANTS, EvidenceSection.TRAIL, EvidenceSection.RELEASES),
                proofs,
                List.of(),
                Map.of(),
                LocalDate.of(2026, 9, 1));
        return ControlCoverage.of(CATALOGUE, coverage, evidence);
    }

    private static Proof proof(EvidenceSection section, int first, int last) {
        return new Proof(section, days(first, last), Origin.UPLOADED);
    }

    @Test
    void theControlsAreThoseOfTheScope() {
        assertEquals(
                List.of("c-1", "c-2", "c-3"),
                covered(List.of(), List.of()).stream()
                        .map(each -> each.control().id())
                        .toList());
    }

    @Test
    void theGapsOfEachOfItsSectionsAreTheControls() {
        List<ControlCoverage> covered = covered(
                List.of(
                        proof(EvidenceSection.GRANTS, 1, 10),
                        proof(EvidenceSection.GRANTS, 21, 31),
                        proof(EvidenceSection.TRAIL, 1, 15),
                        proof(EvidenceSection.TRAIL, 26, 31)),
                List.of());
        CoverageCell both = covered.get(0).cells().get(0);
        assertEquals(CoverageCell.State.GAP, both.state());
        assertEquals(List.of(days(11, 25)), both.gaps());
        assertEquals(15, covered.get(0).gapDays());
        assertEquals(Optional.of(LocalDate.of(2026, 7, 11)), covered.get(0).firstGap());
        assertEquals(List.of(days(16, 25)), covered.get(1).cells().get(0).gaps());
    }

    @Test
    void aControlIsCompleteWhereAllItsSectionsAreAndUnknownWhereNobodyTells() {
        List<ControlCoverage> covered =
                covered(List.of(proof(EvidenceSection.GRANTS, 1, 31), proof(EvidenceSection.TRAIL, 1, 31)), List.of());
        assertEquals(
                List.of(CoverageCell.State.COMPLETE, CoverageCell.State.COMPLETE, CoverageCell.State.UNKNOWN),
                covered.stream().map(each -> each.cells().get(0).state()).toList());
    }

    @Test
    void evidenceThatNamesAControlCountsForThatOneOnly() {
        List<ControlCoverage> covered = covered(
                List.of(),
                List.of(
                        new ControlEvidence(EvidenceSection.TRAIL, "c-2", 2),
                        new ControlEvidence(EvidenceSection.TRAIL, "", 3),
                        new ControlEvidence(EvidenceSection.TRAIL, "of-another-catalogue", 5),
                        new ControlEvidence(EvidenceSection.GRANTS, "", 7)));
        assertEquals(
                List.of(15, 10, 0),
                covered.stream().map(ControlCoverage::evidence).toList());
    }
}
