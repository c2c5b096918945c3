package org.sekisho.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.server.DemoPortal;

/**
 * Every page that a demo account can reach by links, and those before sign-in. It takes too long for each build: {@code mvn verify
 * -Ppages}.
 */
@BrowserTests
class PagesSurvey {

    private static final List<String> BEFORE_SIGN_IN =
            List.of("/sign-in", "/first-administrator", "/one-time-link?token=none");

    @Test
    void everyPageIsSound(DemoPortal portal, Visitors visitors) {
        Crawl crawl = new Crawl();
        for (Language language : Language.values()) {
            Visitor stranger = visitors.stranger(language);
            BEFORE_SIGN_IN.forEach(path -> crawl.look(stranger, language + " " + path, path));
            Visitor person = visitors.stranger(language);
            for (String account : portal.accounts()) {
                if (isMirrored(account, language)) {
                    continue;
                }
                person.signIn(account, DemoPortal.PASSWORD);
                crawl.walk(person, account + " " + language, "/home");
                person.signOut();
            }
        }
        assertTrue(portal.accounts().size() > 20, "every account was printed");
        assertEquals("", String.join("\n", crawl.problems()));
    }

    /** The two banks have the same roles and pages: one is walked through in each language. */
    private static boolean isMirrored(String account, Language language) {
        return account.endsWith(language == Language.ENGLISH ? "@aoba.example" : "@hinode.example");
    }
}
