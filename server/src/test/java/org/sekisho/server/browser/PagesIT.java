package org.sekisho.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.sekisho.server.browser.Crawl.Find;

/**
 * Every page of the portal in both languages: axe finds nothing, the keyboard suffices, nothing sticks out on a telephone. Pages are
 * found by following links, as people of every role; whatever is drawn by a file of its own has to be seen. It takes longer than all
 * others and runs beside them, with a portal of its own.
 */
@BrowserTests("pages")
@Execution(ExecutionMode.CONCURRENT)
class PagesIT {

    /** One of each role that sees something of its own. */
    private static final List<String> ACCOUNTS = List.of(
            "coordinator@sekisho.example",
            "admin@sekisho.example",
            "admin@aoba.example",
            "security@aoba.example",
            "ciso@hinode.example",
            "signatory@aoba.example",
            "auditor@audit.example",
            "reviewer@cyber.example",
            "analyst@aoba.example",
            "observer@ministry.example");

    @Test
    void everyPageIsSound(Visitors visitors) throws Exception {
        Beginnings beginnings = new Beginnings(visitors);
        beginnings.openEvaluation();
        beginnings.draftAgreement();
        Survey survey = new Survey();
        Crawl crawl = new Crawl();
        for (String account : ACCOUNTS) {
            Visitor english = visitors.signedIn(account, Language.ENGLISH);
            List<Find> finds = crawl.news(english, account);
            finds.forEach(find -> survey.look(english, account, find.path()));
            english.close();
            Visitor japanese = visitors.signedIn(account, Language.JAPANESE);
            // Variants differ in what is marked up, and not in what is said.
            finds.stream().filter(Find::first).forEach(find -> survey.look(japanese, account, find.path()));
            japanese.close();
        }
        // Only now: who could still sign and declare has seen the forms.
        beginnings.attachSignature();
        beginnings.declareIndependence();
        for (Language language : Language.values()) {
            new Corners(survey, visitors, language).look();
        }
        crawl.problems().forEach(problem -> survey.note(problem, "Links"));
        survey.requireAll(Views.all());
        assertEquals("", String.join("\n", survey.problems()));
    }
}
