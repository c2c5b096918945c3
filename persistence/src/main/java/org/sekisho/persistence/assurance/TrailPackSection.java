package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.pack.PackLayout;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSection;
import org.sekisho.domain.shared.Days;
import org.sekisho.persistence.shared.Sql;

/**
 * The events of the period: what the parties, the authorities and the system did with the agreement and what belongs to it. A line is
 * the bytes of the leaf, which are canonical JSON without a line feed: SHA-256 over 0x00 and the line is the leaf's hash.
 */
@ApplicationScoped
public class TrailPackSection implements PackSection {

    private static final int BATCH = 1_000;

    private static final String EVENTS =
            """
            select t.time, t.id, t.leaf from trail_event t
            where t.time >= :from and t.time < :until and (t.time, t.id) > (:afterTime, :afterId)
              and t.subject_id in (
                select cast(:agreement as uuid)
                union all select v.id from agreement_version v where v.agreement_id = :agreement
                union all select g.id from access_grant g where g.agreement_id = :agreement
                union all select e.id from environment_attestation e where e.agreement_id = :agreement
                union all select p.id from phase_evaluation p where p.agreement_id = :agreement
                union all select p.id from agreement_phase p where p.agreement_id = :agreement
                union all select f.id from access_freeze f
                    where f.scope = 'ALL' or (f.scope = 'AGREEMENT' and f.target_id = :agreement)
                       or (f.scope = 'ORGANISATION' and f.target_id = :party)
                union all select r.id from training_record r
                    where r.organisation_id = :party
                      and exists (select from access_grant g where g.agreement_id = :agreement and g.person_id = r.person_id)
                union all select b.id from playbook b where b.organisation_id = :party)
            order by t.time, t.id limit
            """;

    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    private Sql sql;

    @Override
    public String folder() {
        return PackLayout.TRAIL;
    }

    @Override
    public void collect(PackScope scope, Sink sink) {
        if (scope.agreement().isEmpty() || !scope.holds(EvidenceSection.TRAIL)) {
            return;
        }
        sink.document("entries.jsonl", out -> write(scope, scope.agreement().get(), out));
    }

    private void write(PackScope scope, UUID agreement, OutputStream out) throws IOException {
        Optional<Leaf> last = Optional.empty();
        List<Leaf> leaves;
        do {
            leaves = leaves(scope, agreement, last);
            for (Leaf leaf : leaves) {
                out.write(leaf.bytes());
                out.write('\n');
                last = Optional.of(leaf);
            }
        } while (leaves.size() == BATCH);
    }

    private List<Leaf> leaves(PackScope scope, UUID agreement, Optional<Leaf> after) {
        Instant from = Days.startOf(scope.period().first());
        return sql.query(EVENTS + BATCH)
                .with("agreement", agreement)
                .with("party", scope.responsibleParty())
                .with("from", from)
                .with("until", Days.endOf(scope.period().last()))
                .with("afterTime", after.map(Leaf::time).orElse(from.minusSeconds(1)))
                .with("afterId", after.map(Leaf::id).orElse(FIRST))
                .list(row -> new Leaf(row.instant(0), row.id(1), row.bytes(2)));
    }

    private record Leaf(Instant time, UUID id, byte[] bytes) {}
}
