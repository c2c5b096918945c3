package org.sekisho.container.matrix;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sekisho.container.regime.Database;

/** The events that a batch of calls must have left, compared with those that are there in one query. */
final class Events {

    /** What the portal does afterwards in the name of whoever began it. */
    private static final List<String> FOLLOWS =
            List.of(" person.carry-out-import ", " report-import.publish ", " report-import.refuse ");

    private final OffsetDateTime since = OffsetDateTime.parse(Database.texts(
                    "select to_char(max(time) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.USZ') from trail_event")
            .get(0));
    private final Map<String, Integer> expected = new HashMap<>();

    /** One more event of this actor, organisation, act, outcome, and code where it was refused. */
    void expect(String line) {
        expected.merge(line, 1, Integer::sum);
    }

    /** What is missing of what was expected, and what people did that wasn't expected. Jobs also run by themselves. */
    List<String> differences() {
        Map<String, Integer> found = new HashMap<>();
        for (String line : Database.texts(
                """
                select actor || ' ' || coalesce(organisation::text, '-') || ' ' || act || ' ' || outcome || ' '
                    || case outcome when 'refused' then convert_from(leaf, 'UTF8')::jsonb #>> '{details,code}' else '-' end
                from trail_event where time > ?
                """,
                since)) {
            found.merge(line, 1, Integer::sum);
        }
        List<String> differences = new ArrayList<>();
        expected.forEach((line, times) -> {
            int there = found.getOrDefault(line, 0);
            boolean right = line.startsWith("system:") ? there >= times : there == times;
            if (!right) {
                differences.add(line + ": expected " + times + ", found " + there);
            }
        });
        found.forEach((line, times) -> {
            boolean byItself = line.startsWith("system:") || FOLLOWS.stream().anyMatch(line::contains);
            if (!expected.containsKey(line) && !byItself) {
                differences.add(line + ": not expected, found " + times);
            }
        });
        return differences.stream().sorted().toList();
    }
}
