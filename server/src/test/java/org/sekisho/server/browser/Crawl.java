package org.sekisho.server.browser;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the pages worth a look: follows the links that a visitor is offered, by GET and without drawing anything. Of pages that differ
 * in nothing but which row they show it answers one, and another that has a form or elements which no page had before.
 */
final class Crawl {

    /** Of one kind, per visitor: several, since rows of one list are in different states. */
    private static final int OF_A_KIND = 6;

    private static final int FOUND = 200;

    /** Parameters that choose what a page is, and not which row it shows. */
    private static final Set<String> CHOOSING = Set.of("tab", "act", "as", "kind", "languages");

    private static final Pattern LINK = Pattern.compile("<a\\s[^>]*?href=\"(/[^\"]*)\"");
    private static final Pattern ELEMENT = Pattern.compile("<([a-z][a-z0-9]*)((?:\\s[^>]*)?)>");
    private static final Pattern BUILD = Pattern.compile("\\s(?:class|type|role)=\"([^\"]*)\"");

    /** Of each kind of page, which elements were there already. */
    private final Map<String, Set<String>> built = new HashMap<>();

    /** Those of all pages together: what stands on one page looks the same on another. */
    private final Set<String> everywhere = new HashSet<>();

    private final List<String> problems = new ArrayList<>();

    /**
     * A page to look at.
     *
     * @param first whether it is the first of its kind, or the first with this form; the others are variants
     */
    record Find(String path, boolean first) {}

    /** What is new about this visitor, in the order of the links. */
    List<Find> news(Visitor visitor, String who) {
        List<Find> news = new ArrayList<>();
        Deque<String> waiting = new ArrayDeque<>(List.of("/home"));
        Map<String, String> foundAt = new HashMap<>(Map.of("/home", "/"));
        Map<String, Integer> kinds = new HashMap<>();
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            String page = read(visitor, path, who + " is offered at " + foundAt.get(path));
            if (page.isEmpty()) {
                continue;
            }
            boolean first = !built.containsKey(kind(path));
            Set<String> known = built.computeIfAbsent(kind(path), kind -> new HashSet<>());
            Set<String> unknown = build(page);
            unknown.removeAll(known);
            known.addAll(unknown);
            boolean form = unknown.stream().anyMatch(each -> each.startsWith("form"));
            if (everywhere.addAll(unknown) || first || form) {
                news.add(new Find(path, first || form));
            }
            Matcher link = LINK.matcher(page);
            while (link.find()) {
                String next = link.group(1).replace("&amp;", "&").replaceFirst("#.*", "");
                if (isPage(next)
                        && foundAt.putIfAbsent(next, path) == null
                        && kinds.merge(kind(next), 1, Integer::sum) <= OF_A_KIND) {
                    waiting.add(next);
                }
            }
        }
        return news;
    }

    /** Links that lead nowhere. */
    List<String> problems() {
        return problems;
    }

    /** The page, or nothing when there is none: a file, or a refusal, which no link should lead to. */
    private String read(Visitor visitor, String path, String place) {
        APIResponse answer = visitor.page()
                .request()
                .get(
                        path,
                        RequestOptions.create().setHeader("Accept", "text/html").setTimeout(0));
        try {
            if (answer.status() != FOUND) {
                problems.add(place + " a link to " + path + ", which answers " + answer.status());
                return "";
            }
            String type = answer.headers().getOrDefault("content-type", "");
            return type.startsWith("text/html") ? answer.text() : "";
        } finally {
            answer.dispose();
        }
    }

    private static Set<String> build(String page) {
        Set<String> build = new HashSet<>();
        Matcher element = ELEMENT.matcher(page);
        while (element.find()) {
            StringBuilder parts = new StringBuilder(element.group(1));
            Matcher part = BUILD.matcher(element.group(2));
            while (part.find()) {
                parts.append(' ').append(part.group(1));
            }
            build.add(parts.toString());
        }
        return build;
    }

    private static boolean isPage(String path) {
        return !path.startsWith("/api/") && !path.contains("format=") && !path.contains("sort=");
    }

    /** Which page it is: its view, and what chooses among the forms of that view. */
    private static String kind(String path) {
        URI address = URI.create(path);
        Set<String> parameters = new TreeSet<>();
        String query = address.getRawQuery();
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            String name = parameter.replaceFirst("=.*", "");
            // On the trail, "act" is one filter among others.
            boolean choosing = CHOOSING.contains(name) && !address.getPath().equals("/trail");
            parameters.add(choosing ? parameter : name);
        }
        return address.getPath() + parameters;
    }
}
