package org.sekisho.server.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailureReasonTest {

    private static final String UNIT = "org.sekisho.persistence.shared.EarlyUnit";

    private final List<String> told = new ArrayList<>();
    private final FailureReason reason = FailureReason.watch(told::add);

    @AfterEach
    void leave() {
        LogManager.getLogManager().getLogger("").removeHandler(reason);
    }

    @Test
    void theFirstFailureOfADeploymentIsRememberedByWhatLiesAtItsBottom() {
        log("server", Level.WARNING, "not yet");
        log("server", Level.SEVERE, "no such listener");
        log("server", Level.SEVERE, "and what follows from it");
        assertEquals("no such listener", reason.orElse("nothing"));
        assertEquals(List.of(), told);
    }

    @Test
    void aUnitThatCannotBeOpenedIsToldAtOnceAlsoAfterTheDeployment() {
        log("server", Level.SEVERE, "no such listener");
        log(UNIT, Level.SEVERE, "no such customizer");
        reason.deployed();
        log("server", Level.SEVERE, "somebody's request");
        log(UNIT, Level.SEVERE, "the database refuses");
        assertEquals(List.of("no such customizer", "the database refuses"), told);
    }

    private static void log(String logger, Level level, String message) {
        LogRecord entry = new LogRecord(level, "It failed");
        entry.setLoggerName(logger);
        entry.setThrown(new IllegalStateException("above", new IllegalArgumentException(message)));
        Logger.getLogger("").log(entry);
    }
}
