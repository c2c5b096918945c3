package org.sekisho.domain.assurance.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.shared.Refusal;

class ControlCatalogueTest {

    private static final Wording WORDS = new Wording("Words", "文言");

    static Control control(String id, EvidenceSection... sections) {
        return new Control(id, WORDS, WORDS, new TreeSet<>(Arrays.asList(sections)), new TreeSet<>());
    }

    private static void assertRefused(ControlError code, Runnable act) {
        assertEquals(code, assertThrows(Refusal.class, act::run).code());
    }

    @Test
    void theDeliveredCatalogueDrawsOnEverySection() {
        ControlCatalogue delivered = DeliveredCatalogue.catalogue();
        assertEquals(Set.of(), delivered.uncovered());
        assertTrue(
                delivered.controls().size() >= 20,
                () -> "" + delivered.controls().size());
        for (Control control : delivered.controls()) {
            assertFalse(control.title().en().isEmpty() || control.title().ja().isEmpty(), control.id());
            assertFalse(
                    control.statement().en().isEmpty()
                            || control.statement().ja().isEmpty(),
                    control.id());
            assertFalse(control.mappings().isEmpty(), control.id());
        }
    }

    @Test
    void aCatalogueSaysWhichSectionsNoControlDrawsOn() {
        ControlCatalogue one =
                new ControlCatalogue(WORDS, List.of(control("c-1", EvidenceSection.GRANTS, EvidenceSection.TRAIL)));
        assertEquals(EnumSet.complementOf(EnumSet.of(EvidenceSection.GRANTS, EvidenceSection.TRAIL)), one.uncovered());
    }

    @Test
    void namedControlsComeInTheOrderOfTheCatalogue() {
        assertEquals(
                List.of("ag-1", "tr-1", "tl-2"),
                DeliveredCatalogue.catalogue().named(Set.of("tl-2", "tr-1", "ag-1", "none-1")).stream()
                        .map(Control::id)
                        .toList());
    }

    @Test
    void idsAreUnique() {
        List<Control> twice = List.of(control("c-1", EvidenceSection.GRANTS), control("c-1", EvidenceSection.TRAIL));
        assertRefused(ControlError.CONTROL_TWICE, () -> new ControlCatalogue(WORDS, twice));
    }

    @Test
    void aCatalogueHasControlsAndNotTooMany() {
        assertRefused(ControlError.EMPTY, () -> new ControlCatalogue(WORDS, List.of()));
        List<Control> many = IntStream.rangeClosed(0, ControlCatalogue.CONTROL_LIMIT)
                .mapToObj(number -> control("c-" + number, EvidenceSection.GRANTS))
                .toList();
        assertRefused(ControlError.TOO_MANY, () -> new ControlCatalogue(WORDS, many));
    }

    @Test
    void aControlNeedsATokenAndASection() {
        assertRefused(ControlError.CONTROL_ID, () -> control("1-c", EvidenceSection.GRANTS));
        assertRefused(ControlError.CONTROL_ID, () -> control("c".repeat(65), EvidenceSection.GRANTS));
        assertRefused(ControlError.WITHOUT_SECTION, () -> control("c-1"));
    }

    @Test
    void anEngagementsControlsAreThoseItsScopeShows() {
        Control both = control("c-1", EvidenceSection.GRANTS, EvidenceSection.TRAIL);
        Control other = control("c-2", EvidenceSection.USAGE);
        ControlCatalogue catalogue = new ControlCatalogue(WORDS, List.of(both, other));
        assertEquals(List.of(both), catalogue.in(Set.of(EvidenceSection.TRAIL)));
        assertEquals(EnumSet.of(ClauseKind.PEOPLE, ClauseKind.AUDIT), both.clauses());
    }

    @Test
    void aVersionTellsWhatItChanges() {
        Control kept = control("c-1", EvidenceSection.GRANTS);
        Control was = control("c-2", EvidenceSection.USAGE);
        Control now = control("c-2", EvidenceSection.USAGE, EvidenceSection.TRAIL);
        Control gone = control("c-3", EvidenceSection.USAGE);
        Control added = control("c-4", EvidenceSection.USAGE);
        List<ControlChange> changes = new ControlCatalogue(WORDS, List.of(added, kept, now))
                .since(new ControlCatalogue(WORDS, List.of(kept, was, gone)));
        assertEquals(
                List.of(
                        new ControlChange("c-4", Optional.empty(), Optional.of(added)),
                        new ControlChange("c-2", Optional.of(was), Optional.of(now)),
                        new ControlChange("c-3", Optional.of(gone), Optional.empty())),
                changes);
        assertEquals(
                List.of(ControlChange.Kind.ADDED, ControlChange.Kind.CHANGED, ControlChange.Kind.REMOVED),
                changes.stream().map(ControlChange::kind).toList());
    }

    @Test
    void aControlIsFoundByItsWordsInEitherLanguageAndByItsReferences() {
        Control control = DeliveredCatalogue.catalogue().find("ac-1").orElseThrow();
        for (String words : List.of("AC-1", "approved", "申請", "cc6.2")) {
            assertTrue(control.holds(words), words);
        }
        assertFalse(control.holds("playbook"));
    }
}
