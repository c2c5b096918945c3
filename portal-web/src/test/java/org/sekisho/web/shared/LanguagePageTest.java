package org.sekisho.web.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LanguagePageTest {

    @Test
    void aPageKeepsItsAddress() {
        assertEquals("/people?q=a", LanguagePage.back("/people", "q=a", "http://localhost:8080/elsewhere"));
        assertEquals("/people", LanguagePage.back("/people", null, null));
    }

    @Test
    void aPageOfErrorsKeepsTheAddressThatWentWrong() {
        assertEquals("/gone?x=1", LanguagePage.back("/not-found.xhtml", "x=1", "http://localhost:8080/gone?x=1"));
        assertEquals("/not-found.xhtml", LanguagePage.back("/not-found.xhtml", null, null));
    }

    @Test
    void whatTheBrowserSaysLeadsNowhereElse() {
        assertEquals("/home", LanguagePage.back("/failure.xhtml", null, "http://localhost:8080//elsewhere.example"));
        assertEquals("/home", LanguagePage.back("/failure.xhtml", null, "javascript:alert(1)"));
    }
}
