package org.sekisho.server.browser;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Follows the links of the portal for one visitor after another, by GET only. Of the pages that differ in nothing but which row they
 * show it opens a few; axe reads a page only when none of the same build was read in that language.
 */
final class Crawl {

    /** Of one kind, per visitor: what differs between rows, other visitors see, and more would take longer than the rest of the tests. */
    private static final int OF_A_KIND = 1;

    /** Parameters that choose what a page is, and not which row it shows. */
    private static final Set<String> CHOOSING = Set.of("tab", "act", "as", "kind", "languages");

    private static final String LINKS =
            """
            () => [...document.querySelectorAll('a[href]:not([download])')].filter(a => a.origin === location.origin)
                    .map(a => a.pathname + a.search)
            """;

    /** Elements with their classes; equal neighbours count once, so that a list's length makes no difference. */
    private static final String BUILD =
            """
            () => {
              const build = e => {
                const inner = [...e.children].map(build).filter((each, i, all) => each !== all[i - 1]);
                return e.tagName + '.' + e.className + (e.type || '') + '(' + inner + ')';
              };
              return build(document.querySelector('main') || document.body);
            }
            """;

    private final Set<String> builds = new HashSet<>();

    /** Each problem once, with the first page that has it. */
    private final Map<String, String> problems = new LinkedHashMap<>();

    void walk(Visitor visitor, String who, String start) {
        Deque<String> waiting = new ArrayDeque<>(List.of(start));
        Set<String> known = new HashSet<>(waiting);
        Map<String, Integer> kinds = new HashMap<>();
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            look(visitor, who + " " + path, path);
            for (Object link : (List<?>) visitor.page().evaluate(LINKS)) {
                String next = String.valueOf(link);
                if (isPage(next) && known.add(next) && kinds.merge(kind(next), 1, Integer::sum) <= atMost(next)) {
                    waiting.add(next);
                }
            }
        }
    }

    /** Opens one page and notes what is wrong with it. A link to a file is no page. */
    void look(Visitor visitor, String place, String path) {
        Optional<Response> response = open(visitor, path);
        if (response.isEmpty()) {
            return;
        }
        if (response.get().status() != 200) {
            note("answers " + response.get().status(), place);
            visitor.complaints();
        }
        PageCheck check = new PageCheck(visitor);
        check.quickProblems().forEach(problem -> note(problem, place));
        if (builds.add(visitor.language() + String.valueOf(visitor.page().evaluate(BUILD)))) {
            check.accessibilityProblems().forEach(problem -> note(problem, place));
        }
    }

    private static Optional<Response> open(Visitor visitor, String path) {
        try {
            return Optional.of(visitor.open(path));
        } catch (PlaywrightException refused) {
            if (String.valueOf(refused.getMessage()).contains("Download is starting")) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private void note(String problem, String place) {
        problems.putIfAbsent(problem, place);
    }

    List<String> problems() {
        return problems.entrySet().stream()
                .map(each -> each.getValue() + ": " + each.getKey())
                .toList();
    }

    /** The same rows in another order are worth one look. */
    private static int atMost(String path) {
        return path.contains("sort=") ? 1 : OF_A_KIND;
    }

    private static boolean isPage(String path) {
        return !path.startsWith("/api/") && !path.contains("format=");
    }

    private static String kind(String path) {
        URI address = URI.create(path);
        Set<String> parameters = new TreeSet<>();
        String query = address.getRawQuery();
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            String name = parameter.replaceFirst("=.*", "");
            parameters.add(CHOOSING.contains(name) ? parameter : name);
        }
        return address.getPath() + parameters;
    }
}
