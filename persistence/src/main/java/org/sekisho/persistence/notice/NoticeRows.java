package org.sekisho.persistence.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.notice.Changes;
import org.sekisho.domain.notice.Digest;
import org.sekisho.domain.notice.Notice;
import org.sekisho.domain.notice.Notices;
import org.sekisho.domain.shared.QueueSource.Waiting;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;

/** What waits for whom, as rows. Thousands are written by one statement: they go over as JSON, and PostgreSQL makes rows of it. */
@ApplicationScoped
public class NoticeRows implements Notices {

    private static final String GIVEN =
            " json_to_recordset(cast(:rows as json)) as g(person uuid, source text, item text, due timestamptz, tell_at timestamptz) ";
    private static final String SAME = " n.person_id = g.person and n.source = g.source and n.item = g.item ";

    @Inject
    private Sql sql;

    @Override
    public boolean takeTurn() {
        return sql.tryLock("sekisho.notices");
    }

    @Override
    public List<Waiting> everyone(LocalDate today) {
        return sql.query(
                        """
                        select r.person_id, r.organisation_id, string_agg(r.role, ',')
                        from role_assignment r
                            join person p on p.id = r.person_id and p.state = 'ACTIVE'
                            join organisation o on o.id = r.organisation_id and o.state = 'ACTIVE'
                        where r.state = 'IN_EFFECT'
                          and exists (select from affiliation a
                                      where a.person_id = r.person_id and a.organisation_id = r.organisation_id
                                        and a.first_day <= :today and (a.last_day is null or a.last_day >= :today))
                        group by r.person_id, r.organisation_id
                        """)
                .with("today", today)
                .list(row -> new Waiting(row.id(0), row.id(1), Set.copyOf(row.list(2))));
    }

    @Override
    public List<Notice> of(String source) {
        return sql.query(
                        "select n.person_id, n.source, n.item, n.due, n.tell_at from notice n where n.source = :source")
                .with("source", source)
                .list(NoticeRows::notice);
    }

    @Override
    public void keep(Changes changes, Instant now) {
        if (!changes.fresh().isEmpty()) {
            sql.query("insert into notice (person_id, source, item, due, tell_at, since) "
                            + "select g.person, g.source, g.item, g.due, g.tell_at, :now from" + GIVEN)
                    .with("rows", rows(changes.fresh()))
                    .with("now", now)
                    .run();
        }
        if (!changes.moved().isEmpty()) {
            change(rows(changes.moved()));
        }
        if (!changes.gone().isEmpty()) {
            sql.query("delete from notice n using" + GIVEN + "where" + SAME)
                    .with("rows", rows(changes.gone()))
                    .run();
        }
    }

    @Override
    public void forgetOthers(Collection<String> sources) {
        sql.query("delete from notice where source <> all (string_to_array(:sources, ','))")
                .with("sources", String.join(",", sources))
                .run();
    }

    @Override
    public List<Digest> toTell(int most, Instant now) {
        Map<UUID, List<Notice>> byPerson = new LinkedHashMap<>();
        sql.query(
                        """
                        select n.person_id, n.source, n.item, n.due, n.tell_at
                        from notice n
                            join (select d.person_id from notice d
                                  where d.tell_at <= :now
                                    and not exists (select from mail m
                                                    where m.person_id = d.person_id and m.kind = 'WAITING' and m.state = 'WAITING')
                                  group by d.person_id order by min(d.tell_at), d.person_id
                        """)
                .with("now", now)
                .and("limit " + most + ") w on w.person_id = n.person_id order by n.person_id, n.item")
                .list(NoticeRows::notice)
                .forEach(each -> byPerson.computeIfAbsent(each.person(), unused -> new ArrayList<>())
                        .add(each));
        return byPerson.values().stream().map(all -> Digest.of(all, now)).toList();
    }

    @Override
    public void told(Collection<Notice> told) {
        change(rows(told));
    }

    private void change(String rows) {
        sql.query("update notice n set due = g.due, tell_at = g.tell_at from" + GIVEN + "where" + SAME)
                .with("rows", rows)
                .run();
    }

    private static Notice notice(Row row) {
        return new Notice(row.id(0), row.text(1), row.text(2), row.optionalInstant(3), row.optionalInstant(4));
    }

    private static String rows(Collection<Notice> notices) {
        return CanonicalJson.text(JsonArray.of(notices.stream()
                .map(each -> JsonObject.builder()
                        .put("person", each.person().toString())
                        .put("source", each.source())
                        .put("item", each.item())
                        .put("due", each.due().map(Instant::toString).orElse(null))
                        .put("tell_at", each.tellAt().map(Instant::toString).orElse(null))
                        .build())
                .toList()));
    }
}
