package org.sekisho.server.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the pages worth a look: follows the links that a visitor is offered, by GET and without drawing anything, several
 * at a time. Of pages that differ
 * in nothing but which row they show it answers one, and another that has a form or elements which no page had before.
 */
final class Crawl {

    /** Of one kind, per visitor: several, since rows of one list are in different states. */
    private static final int OF_A_KIND = 6;

    private static final int FOUND = 200;

    /** How many pages are asked for before the first of them is read. */
    private static final int AT_ONCE = 4;

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

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /**
     * A page to look at.
     *
     * @param first whether it is the first of its kind, or the first with this form; the others are variants
     */
    record Find(String path, boolean first) {}

    /** A page that was asked for. */
    private record Asked(String path, CompletableFuture<HttpResponse<String>> answer) {}

    /** What is new about this visitor, in the order of the links. */
    List<Find> news(Visitor visitor, String who) throws InterruptedException {
        List<Find> news = new ArrayList<>();
        Deque<String> waiting = new ArrayDeque<>(List.of("/home"));
        Deque<Asked> asked = new ArrayDeque<>();
        Map<String, String> foundAt = new HashMap<>(Map.of("/home", "/"));
        Map<String, Integer> kinds = new HashMap<>();
        while (!waiting.isEmpty() || !asked.isEmpty()) {
            while (!waiting.isEmpty() && asked.size() < AT_ONCE) {
                asked.add(ask(visitor, waiting.remove()));
            }
            Asked next = asked.remove();
            String path = next.path();
            String page = read(next, who + " is offered at " + foundAt.get(path));
            if (page.isEmpty()) {
                continue;
            }
            look(path, page).ifPresent(news::add);
            Matcher link = LINK.matcher(page);
            while (link.find()) {
                String to = link.group(1).replace("&amp;", "&").replaceFirst("#.*", "");
                if (isPage(to)
                        && foundAt.putIfAbsent(to, path) == null
                        && kinds.merge(kind(to), 1, Integer::sum) <= OF_A_KIND) {
                    waiting.add(to);
                }
            }
        }
        return news;
    }

    private Optional<Find> look(String path, String page) {
        boolean first = !built.containsKey(kind(path));
        Set<String> known = built.computeIfAbsent(kind(path), kind -> new HashSet<>());
        Set<String> unknown = build(page);
        unknown.removeAll(known);
        known.addAll(unknown);
        boolean form = unknown.stream().anyMatch(each -> each.startsWith("form"));
        return everywhere.addAll(unknown) || first || form
                ? Optional.of(new Find(path, first || form))
                : Optional.empty();
    }

    /** Links that lead nowhere. */
    List<String> problems() {
        return problems;
    }

    private Asked ask(Visitor visitor, String path) {
        HttpRequest request = HttpRequest.newBuilder(visitor.address(path))
                .header("Accept", "text/html")
                .header("Cookie", visitor.cookies())
                .build();
        return new Asked(path, client.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    /** The page, or nothing when there is none: a file, or a refusal, which no link should lead to. */
    private String read(Asked asked, String place) throws InterruptedException {
        HttpResponse<String> answer;
        try {
            answer = asked.answer().get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(asked.path(), broken);
        }
        if (answer.statusCode() != FOUND) {
            problems.add(place + " a link to " + asked.path() + ", which answers " + answer.statusCode());
            return "";
        }
        String type = answer.headers().firstValue("content-type").orElse("");
        return type.startsWith("text/html") ? answer.body() : "";
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
