package org.sekisho.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sekisho.server.DemoPortal;
import org.sekisho.server.browser.Crawl.Find;
import org.sekisho.server.browser.SideBySide.Task;

/**
 * Every page of the portal in both languages: axe finds nothing, the keyboard suffices, nothing sticks out on a telephone. Pages are
 * found by following links, as people of every role; whatever is drawn by a file of its own has to be seen. It has a portal of its own, since it
 * counts on what the demo's story leaves undone.
 */
@BrowserTests("pages")
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

    /** How many pages one visitor looks at before another may take a turn. */
    private static final int SOME = 12;

    @Test
    void everyPageIsSound(DemoPortal portal, Visitors visitors) throws Exception {
        Beginnings beginnings = new Beginnings(visitors);
        beginnings.openEvaluation();
        beginnings.draftAgreement();
        Survey survey = new Survey();
        Crawl crawl = new Crawl();
        Map<String, List<Find>> finds = new LinkedHashMap<>();
        for (String account : ACCOUNTS) {
            try (Visitor visitor = visitors.signedIn(account, Language.ENGLISH)) {
                finds.put(account, crawl.news(visitor, account));
            }
        }
        SideBySide browsers = new SideBySide(portal.url().toString());
        for (Language language : Language.values()) {
            browsers.perform(looks(survey, finds, language));
        }
        // Only now: who could still sign and declare has seen the forms.
        beginnings.attachSignature();
        beginnings.declareIndependence();
        for (Language language : Language.values()) {
            browsers.perform(new Corners(survey, language).tasks());
        }
        crawl.problems().forEach(problem -> survey.note(problem, "Links"));
        survey.requireAll(Views.all());
        assertEquals("", String.join("\n", survey.problems()));
    }

    private static List<Task> looks(Survey survey, Map<String, List<Find>> finds, Language language) {
        List<Task> tasks = new ArrayList<>();
        finds.forEach((account, found) -> {
            // Variants differ in what is marked up, and not in what is said.
            List<Find> all = found.stream()
                    .filter(find -> find.first() || language == Language.ENGLISH)
                    .toList();
            for (int i = 0; i < all.size(); i += SOME) {
                List<Find> some = all.subList(i, Math.min(i + SOME, all.size()));
                tasks.add(visitors -> {
                    Visitor visitor = visitors.signedIn(account, language);
                    some.forEach(find -> survey.look(visitor, account, find.path()));
                });
            }
        });
        return tasks;
    }
}
