package org.sekisho.domain.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateDiagramTest {

    private enum Door implements Transitions<Door> {
        CLOSED,
        OPEN,
        GONE;

        @Override
        public Set<Door> next() {
            return switch (this) {
                case CLOSED -> EnumSet.of(OPEN, GONE);
                case OPEN -> EnumSet.of(CLOSED);
                case GONE -> EnumSet.noneOf(Door.class);
            };
        }
    }

    @Test
    void diagramHoldsEveryTransitionInTheOrderOfTheStates() {
        assertEquals(
                """
                stateDiagram-v2
                    [*] --> CLOSED
                    CLOSED --> OPEN
                    CLOSED --> GONE
                    OPEN --> CLOSED
                    GONE --> [*]
                """,
                StateDiagram.mermaid(Door.class));
    }
}
