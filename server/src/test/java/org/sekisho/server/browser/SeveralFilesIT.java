package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.server.DemoPortal;
import org.sekisho.server.RestCaller;

/** Several files of reports in one go, on the page of imports: each is taken in or refused by itself. */
@BrowserTests
class SeveralFilesIT {

    private static final String ANALYST = "analyst@aoba.example";
    private static final String REVIEWER = "security@aoba.example";
    private static final double READ = 60_000;
    private static final String ADDRESS = "**/report-import?row=1";
    private static final String[] NOTHING = {"0", "0", "0", "0"};
    private static final String NO_ITEM = "{\"ruleId\":7}";

    /** What somebody has in hand who drags these files. */
    private static final String DRAGGED =
            """
            files => {
              const dragged = new DataTransfer();
              files.forEach(([name, text]) => dragged.items.add(new File([text], name)));
              return dragged;
            }
            """;

    @ParameterizedTest
    @EnumSource
    void eachThatIsChosenIsTakenInOrRefusedByItself(Language language, DemoPortal portal, Visitors visitors)
            throws Exception {
        boolean english = language == Language.ENGLISH;
        String code = language.code();
        FilePayload good = file("good-" + code, item("one"), item("two"), item("one"), NO_ITEM);
        FilePayload cut = cutOff(file("cut-" + code, item("three")));
        FilePayload empty = new FilePayload("empty.sarif", "", new byte[0]);
        FilePayload last = file(english ? "last" : "検査結果", item("four"));
        FilePayload later = file("later-" + code, item("five"));
        Visitor analyst = visitors.signedIn(ANALYST, language);
        Page page = open(analyst);
        Deque<Route> held = new ArrayDeque<>();
        page.route(ADDRESS, held::add);
        page.setInputFiles("#file", new FilePayload[] {good, cut, empty, last});
        page.click("#do");

        String waiting = english ? "Waiting" : "待機中";
        assertThat(page.locator("#results tbody th"))
                .hasText(new String[] {good.name, cut.name, empty.name, last.name});
        assertThat(page.locator("#results td .chip"))
                .hasText(new String[] {english ? "Sending" : "送信中", waiting, waiting, waiting});
        assertThat(progress(page, last)).isVisible();
        assertThat(page.locator("#do")).isDisabled();
        // Whoever chooses the next ones meanwhile finds them still chosen.
        page.setInputFiles("#file", later);
        for (int i = 0; i < 4; i++) {
            page.waitForCondition(() -> !held.isEmpty());
            held.remove().resume();
        }
        assertThat(page.locator("#announcements")).hasText(english ? "All files are sent." : "すべてのファイルを送信しました。");
        assertEquals(later.name, page.evaluate("document.getElementById('file').files[0]?.name"));
        page.unroute(ADDRESS);
        page.click("#do");

        assertCounts(page, good, "4", "2", "1", "1");
        assertCounts(page, cut, NOTHING);
        assertThat(row(page, cut)).containsText(english ? "The file breaks off in the middle." : "ファイルが途中で切れています。");
        assertThat(row(page, empty).locator(".chip-bad")).hasText(english ? "Not imported" : "取り込めませんでした");
        assertThat(row(page, empty)).containsText(english ? "The file is empty." : "ファイルが空です。");
        assertCounts(page, last, "1", "1", "0", "0");
        assertCounts(page, later, "1", "1", "0", "0");
        analyst.assertNoComplaints();
        RestCaller bank = RestCaller.signIn(portal, ANALYST);
        assertEquals("report.file-truncated", told(bank, page, cut).string("failure"));
        for (FilePayload each : List.of(good, last, later)) {
            assertEquals("PUBLISHED", told(bank, page, each).string("state"), each.name);
        }
        assertFetched(visitors.signedIn(REVIEWER, language), id(page, last), last);
    }

    /** As it came, by who may see what is masked, for a reason. */
    private static void assertFetched(Visitor reviewer, String id, FilePayload file) throws IOException {
        Page page = reviewer.page();
        reviewer.open("/report-import?id=" + id);
        page.click("a[href*='/report-import-file']");
        page.click("#do");
        assertThat(page.locator("#reason")).hasAttribute("aria-invalid", "true");
        page.fill("#reason", "To compare it with what the scanner wrote");
        Download download = page.waitForDownload(() -> page.click("#do"));
        assertEquals(file.name, download.suggestedFilename());
        assertArrayEquals(file.buffer, Files.readAllBytes(download.path()));
        reviewer.assertNoComplaints();
        reviewer.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDroppedIsImportedAndTheSameFileOnce(Language language, Visitors visitors) {
        boolean english = language == Language.ENGLISH;
        FilePayload first = file("dropped-" + language.code(), item("six"), item("seven"), NO_ITEM);
        FilePayload cut = cutOff(file("dropped-cut-" + language.code(), item("eight")));
        FilePayload again = new FilePayload("again.sarif", "", first.buffer);
        FilePayload last = file("dropped-last-" + language.code(), item("nine"));
        Visitor analyst = visitors.signedIn(ANALYST, language);
        Page page = open(analyst);

        assertThat(page.locator("[data-drop] .drop-hint")).isVisible();
        JSHandle dragged = dragged(page, first, cut, again, last);
        page.dispatchEvent("[data-drop]", "dragover", Map.of("dataTransfer", dragged));
        assertThat(page.locator("[data-drop]")).hasClass(Pattern.compile("is-over"));
        page.dispatchEvent("[data-drop]", "drop", Map.of("dataTransfer", dragged));
        assertThat(page.locator("[data-drop]")).not().hasClass(Pattern.compile("is-over"));
        page.click("#do");

        assertCounts(page, first, "3", "0", "2", "1");
        assertThat(row(page, first)).containsText(english ? "imported before" : "取り込み済み");
        assertCounts(page, cut, NOTHING);
        assertThat(row(page, cut).locator(".chip-bad")).isVisible();
        assertCounts(page, last, "1", "1", "0", "0");
        assertThat(page.locator("#results tbody tr")).hasCount(3);
        analyst.assertNoComplaints();
    }

    private static Page open(Visitor analyst) {
        analyst.open("/report-import");
        analyst.page().selectOption("#agreement", new SelectOption().setIndex(1));
        return analyst.page();
    }

    private static JSHandle dragged(Page page, FilePayload... files) {
        return page.evaluateHandle(
                DRAGGED,
                Arrays.stream(files)
                        .map(file -> List.of(file.name, new String(file.buffer, UTF_8)))
                        .toList());
    }

    private static Locator row(Page page, FilePayload file) {
        return page.locator("#results tbody tr", new Page.LocatorOptions().setHasText(file.name));
    }

    private static Locator progress(Page page, FilePayload file) {
        return page.getByRole(AriaRole.PROGRESSBAR, new Page.GetByRoleOptions().setName(file.name));
    }

    /** Received, created, duplicates and rejected, as the table says them. */
    private static void assertCounts(Page page, FilePayload file, String... counts) {
        assertThat(row(page, file).locator("td.number")).hasText(counts, new HasTextOptions().setTimeout(READ));
        assertThat(row(page, file).locator("progress")).hasCount(0);
    }

    /** What programs are told of the import in a row. */
    private static JsonObject told(RestCaller bank, Page page, FilePayload file) throws Exception {
        return bank.get("reports/import/" + id(page, file));
    }

    private static String id(Page page, FilePayload file) {
        return row(page, file).getAttribute("id").substring("import-".length());
    }

    /** A file by its name without an ending; each differs from those of other names. */
    private static FilePayload file(String name, String... items) {
        String text = Stream.of(items)
                .map(item -> item.replace("NAME", name))
                .collect(Collectors.joining(
                        ",",
                        "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"probe\"}},\"results\":[",
                        "]}]}"));
        return new FilePayload(name + ".sarif", "application/json", text.getBytes(UTF_8));
    }

    private static String item(String text) {
        return "{\"ruleId\":\"R1\",\"message\":{\"text\":\"" + text + " of NAME\"}}";
    }

    private static FilePayload cutOff(FilePayload whole) {
        return new FilePayload(whole.name, whole.mimeType, Arrays.copyOf(whole.buffer, whole.buffer.length / 2));
    }
}
