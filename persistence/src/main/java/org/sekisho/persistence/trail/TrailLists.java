package org.sekisho.persistence.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Subject;
import org.sekisho.domain.trail.Outcome;
import org.sekisho.domain.trail.RecentEvents;
import org.sekisho.domain.trail.TrailDirectory;
import org.sekisho.domain.trail.TrailEvent.Opening;
import org.sekisho.domain.trail.TrailEventRow;
import org.sekisho.domain.trail.TrailEventRow.Party;
import org.sekisho.domain.trail.TrailEventRow.Who;
import org.sekisho.domain.trail.TrailEventView;
import org.sekisho.domain.trail.TrailEventView.Commitment;
import org.sekisho.domain.trail.TrailFilter;
import org.sekisho.domain.trail.TrailLeaf;
import org.sekisho.persistence.shared.Keyset;
import org.sekisho.persistence.shared.Keyset.Sort;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.persistence.shared.Sql.Statement;

/** Reads the trail. Names beside an event are those that the reader may see; the rest of it is the leaf. */
@ApplicationScoped
public class TrailLists implements TrailDirectory {

    private static final String COLUMNS =
            """
            e.id, e.time, e.actor, e.act, e.subject_kind, e.subject_id, e.agreement, e.outcome, e.leaf,
            w.email, w.name_en, w.name_ja, o.id, o.short_name, o.name_en, o.name_ja,
            a.number, coalesce(p.name_en, rp.name_en, so.name_en, g.number, ag.number || ' / ' || ar.number, fg.number || ' / F-' || af.number,
            cg.number || ' / CA-' || ca.number, sg.number || ' / SA-' || sm.number, b.title_en),
            coalesce(p.name_ja, rp.name_ja, so.name_ja, g.number, ag.number || ' / ' || ar.number, fg.number || ' / F-' || af.number,
            cg.number || ' / CA-' || ca.number, sg.number || ' / SA-' || sm.number, b.title_ja)
            """;
    private static final int WIDTH = 19;
    private static final String SOURCE =
            """
            from trail_event e
                left join person w on w.id = case when e.actor like 'person:%' then cast(substr(e.actor, 8) as uuid) end
                left join organisation o on o.id = e.organisation
                left join agreement a on a.id = e.agreement
                left join person p on e.subject_kind = 'person' and p.id = e.subject_id
                left join organisation so on e.subject_kind = 'organisation' and so.id = e.subject_id
                left join engagement g on e.subject_kind = 'engagement' and g.id = e.subject_id
                left join role_assignment r on e.subject_kind = 'role' and r.id = e.subject_id
                left join person rp on rp.id = r.person_id
                left join audit_request ar on e.subject_kind = 'audit-request' and ar.id = e.subject_id
                left join engagement ag on ag.id = ar.engagement_id
                left join audit_finding af on e.subject_kind = 'audit-finding' and af.id = e.subject_id
                left join engagement fg on fg.id = af.engagement_id
                left join corrective_action ca on e.subject_kind = 'corrective-action' and ca.id = e.subject_id
                left join engagement cg on cg.id = ca.engagement_id
                left join sample_item si on e.subject_kind = 'sample-item' and si.id = e.subject_id
                left join audit_sample sm on sm.id = case e.subject_kind when 'sample' then e.subject_id else si.sample_id end
                left join engagement sg on sg.id = sm.engagement_id
                left join playbook b on e.subject_kind = 'playbook' and b.id = e.subject_id
            where true
            """;

    /** Whose events the reader's can be, said in terms of indices; whether each is the reader's, the policy decides. */
    static final String WITHIN =
            """
            (e.actor = :reader or e.organisation = any (cast(string_to_array(:organisations, ',') as uuid[]))
             or e.agreement = any (cast(string_to_array(:agreements, ',') as uuid[])) or e.subject_kind = 'freeze')
            """;

    /** What {@link #WITHIN} needs; the first column says that most of the trail is the reader's, and the rest nothing. */
    static final String REACH =
            """
            select everything, coalesce(current_setting('sekisho.actor', true), ''),
                   array_to_string(organisations, ','), array_to_string(agreements, ',')
            from trail_reach()
            """;

    /** The calendar schedules audits of all agreements in one go: the newest stands for them all, or there would be no other news. */
    private static final String CALENDAR_ONCE =
            """
            (e.actor <> :calendar
             or e.id = (select c.id from trail_event c where c.actor = :calendar and c.changes and c.time > :since
                        order by c.time desc, c.id desc limit 1))
            """;

    private static final Sort LATEST = Sort.latest("e.time");
    private static final Keyset KEYSET = new Keyset("e.id", LATEST, Map.of("time", LATEST));

    @Inject
    private Sql sql;

    @Override
    public Page<TrailEventRow> list(TrailFilter filter, PageRequest page) {
        Function<Statement, Statement> within = within();
        return KEYSET.page(
                sql,
                COLUMNS,
                SOURCE,
                statement -> within.apply(filtered(filter).apply(statement)),
                page,
                TrailLists::row);
    }

    @Override
    public Optional<TrailEventView> find(UUID event) {
        Map<String, Opening> openings = new HashMap<>();
        sql.query("select detail, key, value from trail_opening where event = :event")
                .with("event", event)
                .list(row -> openings.put(row.text(0), new Opening(row.bytes(1), row.text(2))));
        return sql.query("select " + COLUMNS + ", e.leaf_hash, m.material "
                        + SOURCE.replace("where true", "left join trail_material m on m.event = e.id where true"))
                .and("and e.id = :event")
                .with("event", event)
                .first(row -> view(row, openings));
    }

    @Override
    public List<TrailEventRow> recent(RecentEvents wanted) {
        return within().apply(sql.query("select " + COLUMNS + SOURCE))
                .and("and e.changes and act_area(e.act) not in ('account', 'session')")
                .and("and e.time > :since and e.actor <> 'person:' || cast(:notBy as text)")
                .with("since", wanted.since())
                .with("notBy", wanted.notBy())
                .and("and " + CALENDAR_ONCE)
                .with("calendar", SystemJob.AUDIT_CALENDAR.actor().name())
                .and("order by e.time desc, e.id desc limit " + wanted.most())
                .list(TrailLists::row);
    }

    private Function<Statement, Statement> within() {
        return sql.query(REACH)
                .<Function<Statement, Statement>>first(row -> row.flag(0)
                        ? statement -> statement
                        : statement -> statement
                                .and("and " + WITHIN)
                                .with("reader", row.text(1))
                                .with("organisations", row.text(2))
                                .with("agreements", row.text(3)))
                .orElseThrow();
    }

    private static Function<Statement, Statement> filtered(TrailFilter filter) {
        return statement -> found(statement, filter)
                .where("and e.act = :act", "act", filter.act())
                .where("and act_area(e.act) = :area", "area", filter.area())
                .where(
                        "and (e.actor in (:actor, 'person:' || :actor) or w.email = lower(:actor))",
                        "actor",
                        filter.actor())
                .where("and e.organisation = :organisation", "organisation", filter.organisation())
                .where("and e.subject_id = :subject", "subject", filter.subject())
                .where("and e.agreement = :agreement", "agreement", filter.agreement())
                .where("and e.outcome = :outcome", "outcome", filter.outcome().map(Outcome::word))
                .where("and e.time >= :from", "from", filter.from())
                .where("and e.time < :until", "until", filter.until());
    }

    /** The words, in whatever of an event people would look for them. */
    private static Statement found(Statement statement, TrailFilter filter) {
        Optional<String> words = filter.words().filter(text -> !text.isBlank());
        if (words.isEmpty()) {
            return statement;
        }
        return statement
                .and(
                        """
                        and (e.act = any (string_to_array(:worded, ',')) or w.email like lower(:words) or w.name_en ilike :words
                             or w.name_ja ilike :words or a.number ilike :words or e.act like lower(:words)
                             or :whole in (cast(e.id as text), cast(e.subject_id as text), encode(e.leaf_hash, 'hex')))
                        """)
                .with("worded", String.join(",", filter.wordedActs()))
                .with("words", words.map(Keyset::containing))
                .with("whole", words.map(text -> text.strip().toLowerCase(Locale.ROOT)));
    }

    private static TrailEventView view(Row row, Map<String, Opening> openings) {
        Optional<byte[]> material = row.isNull(WIDTH + 1) ? Optional.empty() : Optional.of(row.bytes(WIDTH + 1));
        byte[] bytes = row.bytes(8);
        TrailLeaf leaf = material.map(TrailLeaf::readMaterial).orElseGet(() -> TrailLeaf.read(bytes));
        List<Commitment> commitments = leaf.commitments().entrySet().stream()
                .map(each -> new Commitment(
                        each.getKey(), each.getValue(), Optional.ofNullable(openings.get(each.getKey()))))
                .toList();
        return new TrailEventView(row(row, leaf), bytes, row.bytes(WIDTH), commitments, material);
    }

    private static TrailEventRow row(Row row) {
        return row(row, TrailLeaf.read(row.bytes(8)));
    }

    private static TrailEventRow row(Row row, TrailLeaf leaf) {
        return new TrailEventRow(
                row.id(0),
                row.instant(1),
                new Who(
                        row.text(2),
                        name(row, 10),
                        row.optionalText(9),
                        name(row, 14).map(name -> new Party(row.id(12), row.text(13), name))),
                row.text(3),
                row.optionalId(5).map(id -> new Subject(row.text(4), id)),
                row.optionalId(6),
                row.optionalText(16),
                name(row, 17),
                Outcome.valueOf(row.text(7).toUpperCase(Locale.ROOT)),
                leaf.events(),
                leaf.open());
    }

    private static Optional<Name> name(Row row, int first) {
        return row.isNull(first) ? Optional.empty() : Optional.of(new Name(row.text(first), row.text(first + 1)));
    }
}
