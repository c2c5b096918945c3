package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sekisho.server.DemoPortal;
import org.sekisho.server.SekishoProcess;

/** Whoever forgot their password gets a link by mail, which nobody else sees, their administrators included. */
class MailedLinkIT {

    private static final String PERSON = "analyst@aoba.example";
    private static final String NEW_PASSWORD = "harbour lantern seven quiet otters";
    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/one-time-link\\?\\S+)");

    @Test
    void theLinkOfAResetArrivesByMailAndWorksOnce() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        String smtp = "smtp://127.0.0.1:" + server.getSmtp().getPort();
        try (DemoPortal portal = DemoPortal.start("mailed-link", Map.of("SEKISHO_SMTP_URL", smtp));
                RunningBrowser browser = RunningBrowser.start();
                Visitors visitors = new Visitors(portal.url().toString(), browser, List.of())) {
            Visitor administrator = visitors.signedIn("admin@aoba.example", Language.ENGLISH);
            Page page = administrator.page();
            administrator.open("/people?q=" + PERSON);
            page.click("tbody th a");
            page.click("a[href*='act=reset']");
            page.click("#ask [id$=do]");
            assertThat(page.locator("[role=status], .notice-good").first()).isVisible();
            assertEquals(0, page.locator("[data-copy]").count(), "the link is the person's alone");

            SekishoProcess.await("the mail is there", () -> link(server).isPresent());
            String link = link(server).orElseThrow();
            Visitor person = visitors.stranger(Language.JAPANESE);
            choose(person, link);
            person.page().waitForURL(url -> !url.contains("/one-time-link"));
            person.signIn(PERSON, NEW_PASSWORD);
            assertTrue(person.page().url().endsWith("/home"), person.page().url());

            Visitor later = visitors.stranger(Language.ENGLISH);
            later.open(link);
            assertEquals(0, later.page().locator("#password").count(), "a link works once");
        } finally {
            server.stop();
        }
    }

    private static void choose(Visitor person, String link) {
        Page page = person.page();
        person.open(link);
        page.fill("#password", NEW_PASSWORD);
        page.fill("#repeat", NEW_PASSWORD);
        page.click("#submit");
    }

    /** Where the latest mail to the person leads. */
    private static Optional<String> link(GreenMail server) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isTo(mail, PERSON))
                .map(mail -> LINK.matcher(text(mail)))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .reduce((before, after) -> after);
    }

    private static boolean isTo(MimeMessage mail, String person) {
        try {
            return mail.getRecipients(Message.RecipientType.TO)[0].toString().equals(person)
                    && mail.getSubject().equals("Choose a new password");
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (IOException | MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
