package org.sekisho.web.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingControlsTest {

    @Test
    void typedNumbersStandInALineOrBelowOneAnother() {
        assertEquals(Set.of("ac-1", "tr-1", "tl-2"), FindingControls.read(" ac-1, tr-1\r\ntl-2\n"));
        assertEquals(Set.of("ac-1", "tr-1", "tl-2"), FindingControls.read("ac-1、tr-1，tl-2"));
        assertEquals(Set.of("ac-1"), FindingControls.read("ac-1; ac-1"));
    }

    @Test
    void whereNothingIsTypedNoControlIsNamed() {
        assertEquals(Set.of(), FindingControls.read(""));
        assertEquals(Set.of(), FindingControls.read(" ,\n"));
    }
}
