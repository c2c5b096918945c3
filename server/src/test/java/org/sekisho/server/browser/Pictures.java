package org.sekisho.server.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.server.DemoPortal;

/** Takes the pictures of {@code docs/images} from the demo: {@code mvn verify -Ppictures}. Not part of the tests. */
@BrowserTests
class Pictures {

    private static final Path FOLDER = Path.of("..", "docs", "images");
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    /** A page as somebody sees it; {@code links} are followed from there, the first that matches each selector. */
    private record Picture(String name, String account, String path, List<String> links) {

        static Picture of(String name, String account, String path, String... links) {
            return new Picture(name, account, path, List.of(links));
        }
    }

    private static final List<Picture> ALL = List.of(
            Picture.of("home", "ciso@aoba.example", "/home"),
            Picture.of("agreements", "coordinator@sekisho.example", "/agreements"),
            Picture.of(
                    "agreement",
                    "coordinator@sekisho.example",
                    "/agreements?sort=agreement",
                    "tbody tr:has(.chip-good):has-text('AGR-2026') th a"),
            Picture.of(
                    "clause",
                    "signatory@aoba.example",
                    "/agreements?state=NEGOTIATION",
                    "tbody th a",
                    ".tabs a[href*='tab=clauses']",
                    ".task a[href*='kind=SCOPE']"),
            Picture.of(
                    "sign",
                    "signatory@hinode.example",
                    "/agreements?state=SIGNING",
                    "tbody th a",
                    ".actions a[href*='/sign?'], .tabs a[href*='tab=document']"),
            Picture.of("people", "admin@sekisho.example", "/people"),
            Picture.of("audits", "coordinator@sekisho.example", "/audits"),
            Picture.of("audit", "auditor@audit.example", "/audits", "tbody th a"),
            Picture.of("playbooks", "ciso@aoba.example", "/playbooks"),
            Picture.of("trail", "ciso@aoba.example", "/trail"));

    @ParameterizedTest
    @EnumSource
    void mainPages(Language language, DemoPortal portal, Visitors visitors) {
        for (Picture picture : ALL) {
            try (Visitor visitor = visitors.signedIn(picture.account(), language)) {
                Page page = visitor.page();
                page.setViewportSize(WIDTH, HEIGHT);
                visitor.open(picture.path());
                picture.links().forEach(link -> follow(page, link));
                page.screenshot(new ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(FOLDER.resolve(picture.name() + "-" + language.code() + ".png")));
            }
        }
    }

    private static void follow(Page page, String link) {
        Locator found = page.locator(link).first();
        page.navigate(found.getAttribute("href"));
    }
}
