package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.pack.PackLayout;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSection;
import org.sekisho.domain.shared.Days;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.proof.pack.PackSamples;

/**
 * The events of the period: what the parties, the authorities, the auditors and the system did with the agreement, the engagement and
 * what belongs to them; and those about samples of the engagement whenever they happened, since a population is frozen when the period is
 * over as a rule. Where the trail isn't in the scope, the freezings alone: no sample is worth much without them. Where the operation of the
 * organisation's own is in it, or the organisation is audited on its own account, also what its people did there. A line is the bytes of the leaf, which are canonical JSON without a line feed: SHA-256 over 0x00 and the line is
 * the leaf's hash.
 */
@ApplicationScoped
public class TrailPackSection implements PackSection {

    private static final int BATCH = 1_000;

    /** Who has to do with the engagement: what anybody else tried on its things tells that they tried, and is theirs. */
    private static final String CONCERNED =
            """
            and (t.organisation is null or t.organisation in (
                select cast(:party as uuid)
                union all select e.owner_id from engagement e where e.id = :engagement
                union all select e.firm_id from engagement e where e.id = :engagement
                union all select r.organisation_id from audit_request r where r.engagement_id = :engagement
                union all select p.organisation_id from agreement_party p where p.agreement_id = cast(:agreement as uuid)
                union all select o.id from organisation o where o.kind in ('AUTHORITY', 'SECRETARIAT')))
            """;

    /** What the team merely viewed stands in the log of views; it would make two packs of the same state differ. */
    private static final String NO_VIEW =
            """
            and not (t.outcome = 'done'
                and t.actor in (select 'person:' || m.person_id from engagement_member m where m.engagement_id = :engagement)
                and jsonb_extract_path(cast(convert_from(t.leaf, 'UTF8') as jsonb), 'details', 'events') is null)
            """;

    private static final String OF_PERIOD =
            """
            select t.time, t.id, t.leaf from trail_event t
            where t.time >= :from and t.time < :until and (t.time, t.id) > (:afterTime, :afterId)
              and t.subject_id in (
                select cast(:agreement as uuid)
                union all select v.id from agreement_version v where v.agreement_id = cast(:agreement as uuid)
                union all select g.id from access_grant g where g.agreement_id = cast(:agreement as uuid)
                union all select e.id from environment_attestation e where e.agreement_id = cast(:agreement as uuid)
                union all select p.id from phase_evaluation p where p.agreement_id = cast(:agreement as uuid)
                union all select p.id from agreement_phase p where p.agreement_id = cast(:agreement as uuid)
                union all select f.id from access_freeze f
                    where f.scope = 'ALL' or (f.scope = 'AGREEMENT' and f.target_id = cast(:agreement as uuid))
                       or (f.scope = 'ORGANISATION' and f.target_id = :party)
                       or (f.scope = 'PERSON' and exists (select from affiliation a
                            where a.person_id = f.target_id and a.organisation_id = :party and a.kind in ('HOME', 'HOST')
                              and a.first_day <= cast(f.frozen_at at time zone 'Asia/Tokyo' as date)
                              and (a.last_day is null or a.last_day >= cast(f.frozen_at at time zone 'Asia/Tokyo' as date))))
                union all select r.id from training_record r
                    where r.organisation_id = :party
                      and exists (select from access_grant g
                            where g.agreement_id = cast(:agreement as uuid) and g.person_id = r.person_id)
                union all select b.id from playbook b where b.organisation_id = :party
                union all select r.id from report r
                    where r.agreement_id = cast(:agreement as uuid) and r.organisation_id = :party
                      and 'REPORT_REVIEWS' = any (string_to_array(:sections, ','))
                union all select e.id from escalation e
                    where e.agreement_id = cast(:agreement as uuid) and e.organisation_id = :party
                      and 'ESCALATIONS' = any (string_to_array(:sections, ','))
                union all select l.id from report_release l
                    where l.agreement_id = cast(:agreement as uuid) and l.organisation_id = :party
                      and 'RELEASES' = any (string_to_array(:sections, ','))
                union all select m.id from embargo m join report r on r.id = m.report_id
                    where r.agreement_id = cast(:agreement as uuid) and r.organisation_id = :party
                      and 'RELEASES' = any (string_to_array(:sections, ','))
                union all select c.id from disclosure_case c
                    where c.agreement_id = cast(:agreement as uuid) and c.organisation_id = :party
                      and 'RELEASES' = any (string_to_array(:sections, ','))
                union all select cast(:engagement as uuid)
                union all select d.id from independence_declaration d where d.engagement_id = :engagement
                union all select r.id from audit_request r where r.engagement_id = :engagement
                union all select n.id from audit_finding n where n.engagement_id = :engagement
                union all select c.id from corrective_action c where c.engagement_id = :engagement
                union all select i.id from evidence_item i
                    where i.engagement_id = :engagement
                       or (i.engagement_id is null and i.agreement_id = cast(:agreement as uuid)
                           and i.section = any (string_to_array(:sections, ','))
                           and i.proves_first <= :last and i.proves_last >= :first))
            """
                    + CONCERNED + NO_VIEW;

    /** Up to the snapshot in which the list is fixed, whatever a clock says: it shows the samples too. */
    private static final String OF_SAMPLES =
            """
            select t.time, t.id, t.leaf from trail_event t
            where (t.time, t.id) > (:afterTime, :afterId)
              and t.subject_id in (select s.id from audit_sample s where s.engagement_id = :engagement)
            """
                    + CONCERNED + NO_VIEW;

    /** What the installation did itself, of the secretariat that operates it. */
    private static final String OF_INSTALLATION =
            """
            (t.organisation is null and t.agreement is null and t.actor like 'system:%'
                and act_area(t.act) in ('installation', 'trail-check', 'trail-key', 'trail-witness')
                and (select o.kind from organisation o where o.id = :party) = 'SECRETARIAT')
            """;

    /** What the organisation's people did with accounts, roles and the like, and what the installation did: as auditors see it on pages. */
    static final String OF_OPERATIONS =
            """
            (t.changes or t.outcome <> 'done')
            and ((t.organisation = :party and t.agreement is null and act_section(t.act, t.subject_kind) = 'OPERATIONS') or
            """
                    + OF_INSTALLATION + ")";

    private static final String ACTS =
            """
            select t.time, t.id, t.leaf from trail_event t
            where t.time >= :from and t.time < :until and (t.time, t.id) > (:afterTime, :afterId) and
            """;

    /** Whatever the organisation's people did, where it is audited on its own account. */
    private static final String OF_OWN_ACCOUNT = ACTS
            + "(t.changes or t.outcome <> 'done' or act_area(t.act) = 'access') and (t.organisation = :party or "
            + OF_INSTALLATION + ")";

    private static final String PAGE = " order by t.time, t.id limit " + BATCH;

    private static final String OF_FREEZING = " and t.act = '" + PackSamples.FREEZING + "' and t.outcome = 'done'";

    static final String FREEZINGS = OF_SAMPLES + OF_FREEZING + PAGE;

    static final String EVENTS =
            "(" + OF_PERIOD + PAGE + ") union all (" + OF_SAMPLES + PAGE + ") order by time, id limit " + BATCH;

    static final String OWN_EVENTS = together(OF_PERIOD, OF_SAMPLES, OF_OWN_ACCOUNT);

    static final String EVENTS_AND_OPERATIONS = together(OF_PERIOD, OF_SAMPLES, ACTS + OF_OPERATIONS);

    static final String OPERATIONS_AND_FREEZINGS = together(OF_SAMPLES + OF_FREEZING, ACTS + OF_OPERATIONS);

    private static final Leaf BEFORE_ALL = new Leaf(Instant.EPOCH, new UUID(0, 0), new byte[0]);

    @Inject
    private Sql sql;

    @Override
    public String folder() {
        return PackLayout.TRAIL;
    }

    /** What several of them find, each event once: one that finds a whole page alone fills the page of all. */
    private static String together(String... queries) {
        return Arrays.stream(queries).map(query -> "(" + query + PAGE + ")").collect(Collectors.joining(" union "))
                + " order by time, id limit " + BATCH;
    }

    @Override
    public void collect(PackScope scope, Sink sink) {
        Function<Leaf, List<Leaf>> page = after -> leaves(statement(scope), after);
        if (scope.holds(EvidenceSection.TRAIL) || !page.apply(BEFORE_ALL).isEmpty()) {
            sink.document(PackLayout.EVENTS, out -> write(out, page));
        }
    }

    private static String query(PackScope scope) {
        boolean operations = scope.holds(EvidenceSection.OPERATIONS);
        if (!scope.holds(EvidenceSection.TRAIL)) {
            return operations ? OPERATIONS_AND_FREEZINGS : FREEZINGS;
        }
        if (scope.agreement().isEmpty()) {
            return OWN_EVENTS;
        }
        return operations ? EVENTS_AND_OPERATIONS : EVENTS;
    }

    /** @param page the leaves after one, at most {@link #BATCH} of them */
    private static void write(OutputStream out, Function<Leaf, List<Leaf>> page) throws IOException {
        Leaf last = BEFORE_ALL;
        List<Leaf> leaves;
        do {
            leaves = page.apply(last);
            for (Leaf leaf : leaves) {
                out.write(leaf.bytes());
                out.write('\n');
                last = leaf;
            }
        } while (leaves.size() == BATCH);
    }

    private Sql.Statement statement(PackScope scope) {
        String query = query(scope);
        Sql.Statement statement = sql.query(query)
                .with("engagement", scope.engagement())
                .with("agreement", scope.agreement())
                .with("party", scope.responsibleParty());
        if (query.contains(":sections")) {
            statement
                    .with("sections", scope.sections().stream().map(Enum::name).collect(Collectors.joining(",")))
                    .with("first", scope.period().first())
                    .with("last", scope.period().last());
        }
        if (query.contains(":from")) {
            statement
                    .with("from", Days.startOf(scope.period().first()))
                    .with("until", Days.endOf(scope.period().last()));
        }
        return statement;
    }

    private static List<Leaf> leaves(Sql.Statement query, Leaf after) {
        return query.with("afterTime", after.time())
                .with("afterId", after.id())
                .list(row -> new Leaf(row.instant(0), row.id(1), row.bytes(2)));
    }

    private record Leaf(Instant time, UUID id, byte[] bytes) {}
}
