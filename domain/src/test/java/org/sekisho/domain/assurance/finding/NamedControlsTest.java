package org.sekisho.domain.assurance.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.assurance.Audit.AUDITOR;
import static org.sekisho.domain.assurance.Audit.NOVEMBER;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Audit;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.assurance.control.Control;
import org.sekisho.domain.assurance.control.ControlCatalogue;
import org.sekisho.domain.assurance.control.DeliveredCatalogue;
import org.sekisho.domain.assurance.control.Wording;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementState;

/** A finding names controls of the catalogue that its audit goes by, and only as long as its auditors can change it. */
class NamedControlsTest {

    private static final ControlCatalogue CATALOGUE = DeliveredCatalogue.catalogue();

    private final Engagement engagement = Audit.in(EngagementState.FIELDWORK);

    private NamedControls named(String... ids) {
        return NamedControls.of(engagement, CATALOGUE, List.of(ids));
    }

    private AuditFinding raised(NamedControls controls) {
        return new AuditFinding(
                AUDITOR, engagement, 1, EvidenceSection.TRAINING, FindingSeverity.HIGH, controls, NOVEMBER);
    }

    private static Control control(String id) {
        return CATALOGUE.find(id).orElseThrow();
    }

    @Test
    void aFindingNamesNoneOneOrSeveralControls() {
        assertEquals(Set.of(), raised(NamedControls.none()).controls());
        assertEquals(Set.of("tr-1"), raised(named("tr-1")).controls());
        assertEquals(
                List.of("ac-1", "ac-2", "tr-1"),
                List.copyOf(raised(named("tr-1", "ac-2", "ac-1", "tr-1")).controls()));
    }

    @Test
    void aControlThatTheCatalogueOfTheAuditHasNotIsRefused() {
        assertEquals(
                "tr-9",
                Refused.with(AssuranceError.FINDING_CONTROL_UNKNOWN, () -> named("tr-1", "tr-9"))
                        .parameters()
                        .get("control"));
        Refused.with(AssuranceError.FINDING_CONTROL_UNKNOWN, () -> named("TR-1"));
        Refused.with(AssuranceError.FINDING_CONTROL_UNKNOWN, () -> named(""));
        ControlCatalogue other = new ControlCatalogue(
                new Wording("Other", ""),
                List.of(new Control(
                        "x-1",
                        new Wording("x", ""),
                        new Wording("x", ""),
                        Set.of(EvidenceSection.TRAINING),
                        new TreeSet<>())));
        assertEquals(
                Set.of("x-1"),
                NamedControls.of(engagement, other, List.of("x-1")).ids());
        Refused.with(
                AssuranceError.FINDING_CONTROL_UNKNOWN, () -> NamedControls.of(engagement, other, List.of("tr-1")));
    }

    @Test
    void aControlThatNoSectionInScopeShowsIsRefused() {
        assertEquals(
                "fz-1",
                Refused.with(AssuranceError.FINDING_CONTROL_OUT_OF_SCOPE, () -> named("fz-1"))
                        .parameters()
                        .get("control"));
        assertEquals(Set.of("ac-3"), named("ac-3").ids(), "One of its two sections is in scope");
    }

    @Test
    void aFindingNamesOnlySoMany() {
        List<Control> many = IntStream.rangeClosed(0, NamedControls.LIMIT)
                .mapToObj(each -> new Control(
                        "x-" + each,
                        new Wording("x", ""),
                        new Wording("x", ""),
                        Set.of(EvidenceSection.TRAINING),
                        new TreeSet<>()))
                .toList();
        ControlCatalogue large = new ControlCatalogue(new Wording("Large", ""), many);
        List<String> ids = many.stream().map(Control::id).toList();
        Refused.with(AssuranceError.FINDING_CONTROLS_TOO_MANY, () -> NamedControls.of(engagement, large, ids));
        assertEquals(
                NamedControls.LIMIT,
                NamedControls.of(engagement, large, ids.subList(1, ids.size()))
                        .ids()
                        .size());
    }

    @ParameterizedTest
    @EnumSource(FindingState.class)
    void controlsChangeOnlyWhileTheFindingMayBeRevised(FindingState state) {
        AuditFinding finding = Findings.in(state, engagement);
        if (state.isRevisable()) {
            finding.revise(AUDITOR, engagement, FindingSeverity.HIGH, named("tr-1", "ac-1"), NOVEMBER);
            finding.revise(AUDITOR, engagement, FindingSeverity.HIGH, named("ac-2", "ac-1"), NOVEMBER);
            assertEquals(Set.of("ac-1", "ac-2"), finding.controls());
        } else {
            Refused.with(
                    AssuranceError.FINDING_STATE,
                    () -> finding.revise(AUDITOR, engagement, FindingSeverity.HIGH, named("tr-1"), NOVEMBER));
            assertEquals(Set.of(), finding.controls());
        }
        assertThrows(
                UnsupportedOperationException.class, () -> finding.controls().add("tr-1"));
    }

    @Test
    void theTrailTellsWhichControlsWereNamed() {
        AuditFinding finding = raised(named("tr-1", "ac-1"));
        assertEquals(List.of("ac-1", "tr-1"), finding.raised().details().get("controls"));
        assertEquals(
                List.of(),
                finding.revise(AUDITOR, engagement, FindingSeverity.LOW, NamedControls.none(), NOVEMBER)
                        .details()
                        .get("controls"));
    }

    @Test
    void aFindingIsAboutTheControlsThatItNamesAndOtherwiseAboutThoseOfItsSection() {
        AuditFinding naming = raised(named("ac-1"));
        assertTrue(naming.concerns(control("ac-1")));
        assertFalse(naming.concerns(control("tr-1")), "Its section shows it, but another is named");
        AuditFinding plain = raised(NamedControls.none());
        assertTrue(plain.concerns(control("tr-1")));
        assertFalse(plain.concerns(control("ac-1")));
    }
}
