package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoCheckTest {

    @Test
    void anEmptyDatabaseIsOpenToBoth() {
        assertEquals(Optional.empty(), DemoCheck.judge(true, false, false, false));
        assertEquals(Optional.empty(), DemoCheck.judge(false, false, false, false));
    }

    @Test
    void theDemoOpensItsOwnDatabaseAndNoOther() {
        assertEquals(Optional.empty(), DemoCheck.judge(true, true, true, true));
        assertEquals(Optional.of(StartError.DEMO_NEEDS_EMPTY), DemoCheck.judge(true, false, false, true));
    }

    @Test
    void realUseNeverOpensTheDemo() {
        assertEquals(Optional.of(StartError.DEMO_DATABASE), DemoCheck.judge(false, true, true, true));
        assertEquals(Optional.of(StartError.DEMO_DATABASE), DemoCheck.judge(false, true, false, false));
        assertEquals(Optional.empty(), DemoCheck.judge(false, false, false, true));
    }

    @Test
    void aPartOfTheDemoIsOpenToNobody() {
        assertEquals(Optional.of(StartError.DEMO_INCOMPLETE), DemoCheck.judge(true, true, false, false));
        assertEquals(Optional.of(StartError.DEMO_INCOMPLETE), DemoCheck.judge(true, true, false, true));
    }
}
