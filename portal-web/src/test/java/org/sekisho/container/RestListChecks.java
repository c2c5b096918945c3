package org.sekisho.container;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.container.Program.Told;
import org.sekisho.container.isolation.Places;
import org.sekisho.container.isolation.Places.RestPath;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.party.Role;

/** Every list of REST that needs no parameter, walked one item at a time: it must be the list as it is read in one go. */
final class RestListChecks {

    private static final String ROOT = "/api/v1";
    /** Of a long list its beginning is enough. */
    private static final int FURTHEST = 12;

    private static final int MOST = 200;
    private static final int FEWEST_LISTS = 10;
    /** What the portal writes by itself meanwhile makes a list another one. */
    private static final int TRIES = 3;

    private final List<String> wrong = new ArrayList<>();
    private int walked;

    List<String> wrong() {
        Regime regime = Regime.get();
        List<Player> readers = List.of(
                regime.player(Role.COORDINATOR),
                regime.player(Role.ADMINISTRATOR),
                regime.own().person(Role.SECURITY_REVIEWER));
        for (RestPath path : Places.rest()) {
            if (path.verb().equals("GET") && path.paged() && !path.namesAThing()) {
                readers.forEach(reader -> walk(path.numbered(), reader));
            }
        }
        if (walked < FEWEST_LISTS) {
            wrong.add("Only " + walked + " lists with more than one item were walked");
        }
        return wrong;
    }

    private void walk(String path, Player reader) {
        Program program = new Program(reader);
        String list = path.substring(ROOT.length());
        Told whole = program.get(list + "?limit=" + MOST);
        if (whole.status() != 200) {
            // It isn't this reader's, or takes a parameter that must be there.
            return;
        }
        List<String> wanted = items(whole);
        List<String> found = found(program, list);
        for (int tried = 1; tried < TRIES && !found.equals(beginning(wanted)); tried++) {
            wanted = items(program.get(list + "?limit=" + MOST));
            found = found(program, list);
        }
        if (!found.equals(beginning(wanted))) {
            wrong.add(path + " of " + reader.role() + ": " + found + " instead of " + beginning(wanted));
        }
        walked += wanted.size() > 1 ? 1 : 0;
    }

    private static List<String> beginning(List<String> items) {
        return items.subList(0, Math.min(FURTHEST, items.size()));
    }

    private static List<String> found(Program program, String list) {
        List<String> found = new ArrayList<>();
        String next = "";
        while (found.size() < FURTHEST) {
            Told page = program.get(list + "?limit=1" + (next.isEmpty() ? "" : "&after=" + next));
            List<String> items = items(page);
            if (items.size() > 1) {
                throw new IllegalStateException(list + " answers with more than it was asked for: " + page);
            }
            found.addAll(items);
            JsonObject json = page.json();
            if (!json.containsKey("next") || json.isNull("next")) {
                break;
            }
            next = URLEncoder.encode(json.getString("next"), StandardCharsets.UTF_8);
        }
        return found;
    }

    private static List<String> items(Told page) {
        return page.json().getJsonArray("items").stream()
                .map(JsonValue::toString)
                .toList();
    }
}
