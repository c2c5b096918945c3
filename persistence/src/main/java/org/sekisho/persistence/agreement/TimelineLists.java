package org.sekisho.persistence.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.TimelineRow;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.KeysetList;
import org.sekisho.persistence.shared.KeysetList.Filters;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.json.JsonString;
import org.sekisho.proof.json.JsonValue;

/** The timeline of an agreement, from the leaves of the trail. */
@ApplicationScoped
class TimelineLists {

    private static final String EVENTS = "events";
    private static final String COMMITMENTS = "commitments";

    private static final KeysetList LIST = new KeysetList(
            "e.id, e.time, e.act, e.actor, e.organisation, w.name_en, w.name_ja, e.leaf",
            """
            from trail_event e
                left join person w on e.actor = 'person:' || w.id
            """,
            "e.id",
            Map.of("time", "to_char(e.time at time zone 'UTC', 'YYYYMMDDHH24MISSUS')"),
            "time",
            true);

    @Inject
    private Sql sql;

    /** Acts that changed something: reads have no events of the domain in their leaf. */
    Page<TimelineRow> timeline(UUID agreement, Optional<UUID> own, PageRequest page) {
        Filters filters = new Filters()
                .with(
                        """
                        and e.subject_kind = 'agreement' and e.subject_id = :agreement and e.outcome = 'done'
                        and position(convert_to('"events":[', 'UTF8') in e.leaf) > 0
                        """,
                        "agreement",
                        Optional.of(agreement))
                .with(
                        """
                        and (e.act not in ('agreement.plan-approval', 'agreement.record-approval')
                             or cast(e.organisation as text) = :own)
                        """,
                        "own",
                        Optional.of(own.map(UUID::toString).orElse("")));
        return LIST.page(sql, page, filters, row -> read(row, KeysetList.FIRST));
    }

    private static TimelineRow read(Row row, int first) {
        JsonObject details = JsonReader.read(row.bytes(first + 7)) instanceof JsonObject leaf
                ? leaf.object("details")
                : JsonObject.builder().build();
        Map<String, String> open = new HashMap<>();
        details.members().forEach((name, value) -> {
            if (!name.equals(EVENTS) && !name.equals(COMMITMENTS)) {
                open.put(name, text(value));
            }
        });
        String actor = row.text(first + 3);
        return new TimelineRow(
                row.id(first),
                row.instant(first + 1),
                row.text(first + 2),
                details.find(EVENTS).isPresent() ? details.array(EVENTS).strings() : List.of(),
                Optional.of(actor).filter(name -> name.startsWith("system:")),
                row.optionalId(first + 4),
                NegotiationLists.name(row, first + 5),
                open);
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        return value instanceof JsonArray list ? String.join(",", list.strings()) : CanonicalJson.text(value);
    }
}
