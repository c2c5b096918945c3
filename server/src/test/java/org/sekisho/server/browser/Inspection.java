package org.sekisho.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

/** Looks at the pages of a journey as it passes them, and gathers what is wrong, so that one run names all of it. */
final class Inspection {

    private final List<String> problems = new ArrayList<>();

    /** Opens a page and looks at it. */
    void look(Visitor visitor, String path) {
        visitor.open(path);
        look(visitor);
    }

    /** Looks at the page as it is now. */
    void look(Visitor visitor) {
        String place = visitor.place();
        new PageCheck(visitor).problems().forEach(problem -> problems.add(place + ": " + problem));
    }

    void assertNothingWrong() {
        assertEquals("", String.join("\n", problems));
    }
}
