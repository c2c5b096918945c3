package org.sekisho.container.isolation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.sekisho.container.isolation.Places.RestPath;
import org.sekisho.container.isolation.Web.Answer;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Player;

/** Visits every address as somebody of one bank, with the identifiers of the other. */
public final class Visits {

    /** Under these names besides {@code id} pages take identifiers of the things so called. */
    private static final List<String> NAMES =
            List.of("agreement", "person", "playbook", "freeze", "engagement", "pack");

    /** Shows the asker's own refused attempts, and in them what they asked for: so it is asked for what was done. */
    private static final String OWN_DOINGS = "/trail";

    private static final int SHARE = 4;

    private static final int LOOKS_AGAIN = 3;

    private static final String NOTHING = UUID.randomUUID().toString();

    private final Web web;
    private final Bank other;
    private final Map<String, List<String>> identifiers;
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Answer> nothing = new ConcurrentHashMap<>();
    private final AtomicInteger visits = new AtomicInteger();

    public Visits(Player visitor, Bank other) {
        this.web = new Web(visitor);
        this.other = other;
        this.identifiers = Belongings.of(other).identifiers();
    }

    /** How many addresses were asked, so that a test sees that it asked any. */
    public int count() {
        return visits.get();
    }

    /** Which tables give identifiers to ask for. */
    public Set<String> tables() {
        return identifiers.keySet();
    }

    /** A page that names a thing isn't there, whether the thing exists for others or not. */
    public List<String> pages() {
        List<String> pages = List.copyOf(Places.pages());
        // Several at a time, for they are many.
        IntStream.range(0, pages.size()).parallel().forEach(turn -> about(pages.get(turn), turn));
        return wrong;
    }

    private void about(String page, int turn) {
        Answer without = page(page, "");
        samples(turn).forEach((identifier, table) -> {
            if (page(page, "id", identifier, table).status() != 404 && without.status() == 404) {
                wrong.add(page + " of " + table + " is there");
            }
        });
        for (String name : NAMES) {
            page(page, name, other.thing(name).toString(), name);
        }
    }

    /** A path that names a thing answers 404, in the same words whether the thing exists for others or not. */
    public List<String> rest() {
        List<RestPath> paths =
                Places.rest().stream().filter(RestPath::namesAThing).toList();
        IntStream.range(0, paths.size()).parallel().forEach(turn -> about(paths.get(turn), turn));
        return wrong;
    }

    private void about(RestPath path, int turn) {
        Answer expected = rest(path.verb(), path.about(NOTHING)).without(NOTHING);
        samples(turn).forEach((identifier, table) -> {
            Answer answer = rest(path.verb(), path.about(identifier)).without(identifier);
            String visit = path.verb() + " " + path.path() + " of " + table;
            compare(visit, expected, answer);
            boolean read = path.verb().equals("GET") || path.verb().equals("HEAD");
            if (answer.isDone() || (read && answer.status() != 404 && answer.status() != 403)) {
                wrong.add(visit + ": " + answer.status());
            }
        });
    }

    /** Lists, narrowed to the other's things too, hold nothing by which the other could be known. */
    public List<String> lists() {
        List<String> signs = new ArrayList<>(List.of("@" + other.name() + ".example", "Trial of " + other.name()));
        identifiers.values().forEach(signs::addAll);
        Places.pages().parallelStream().forEach(page -> {
            search(page, page(page, ""), signs);
            search(page + " as CSV", page(page, "?format=csv"), signs);
        });
        Places.rest().parallelStream()
                .filter(path -> path.verb().equals("GET") && !path.namesAThing())
                .forEach(path -> list(path, signs));
        return wrong;
    }

    private void list(RestPath path, List<String> signs) {
        search(path.path(), rest("GET", path.numbered()), signs);
        for (String parameter : path.parameters()) {
            for (String about : List.of(
                    other.thing("agreement").toString(), other.organisation().toString())) {
                Answer answer = rest("GET", path.numbered() + "?" + parameter + "=" + about);
                search(path.path() + "?" + parameter, answer.without(about), signs);
            }
        }
    }

    /**
     * What an address is asked for: each of the other's things, and of every fourth table one identifier. Of one table all are alike to an address,
     * and what isn't a thing by itself no address takes, so that the tables take turns from one address to the next.
     */
    private Map<String, String> samples(int turn) {
        Map<String, String> samples = new LinkedHashMap<>();
        other.things().forEach((kind, id) -> samples.put(id.toString(), kind));
        int position = turn;
        for (Map.Entry<String, List<String>> table : identifiers.entrySet()) {
            if (position++ % SHARE == 0) {
                table.getValue().stream().limit(1).forEach(id -> samples.putIfAbsent(id, table.getKey()));
            }
        }
        samples.remove(other.organisation().toString());
        return samples;
    }

    /** Asks for a page about a thing, which must look as it does about a thing that isn't. */
    private Answer page(String page, String name, String identifier, String table) {
        String visit = page + "?" + name;
        Answer expected = nothing.computeIfAbsent(visit, any -> nothing(page, name));
        Answer answer = page(page, "?" + name + "=" + identifier).without(identifier);
        // Pages tell the time, which goes on: what differs is asked again side by side, and any other difference stays.
        for (int again = 0; again < LOOKS_AGAIN && !answer.equals(expected); again++) {
            expected = nothing(page, name);
            nothing.put(visit, expected);
            answer = page(page, "?" + name + "=" + identifier).without(identifier);
        }
        compare(visit + " of " + table, expected, answer);
        return answer;
    }

    private Answer nothing(String page, String name) {
        return page(page, "?" + name + "=" + NOTHING).without(NOTHING);
    }

    private Answer page(String page, String query) {
        visits.incrementAndGet();
        String done = page.equals(OWN_DOINGS) ? (query.isEmpty() ? "?" : "&") + "outcome=DONE" : "";
        return web.page(page + query + done);
    }

    private Answer rest(String verb, String path) {
        visits.incrementAndGet();
        return web.rest(verb, path);
    }

    private void compare(String visit, Answer expected, Answer answer) {
        if (answer.status() != expected.status()) {
            wrong.add(visit + ": " + answer.status() + " where nothing there answers " + expected.status());
        } else if (!answer.equals(expected)) {
            wrong.add(visit + " in other words: " + answer.difference(expected));
        }
    }

    private void search(String visit, Answer answer, List<String> signs) {
        signs.stream()
                .filter(answer.body()::contains)
                .findFirst()
                .ifPresent(sign -> wrong.add(visit + " shows " + sign));
    }
}
