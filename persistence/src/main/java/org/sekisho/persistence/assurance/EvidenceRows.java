package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.evidence.ControlEvidence;
import org.sekisho.domain.assurance.evidence.EvidenceContent;
import org.sekisho.domain.assurance.evidence.EvidenceItem;
import org.sekisho.domain.assurance.evidence.EvidenceItems;
import org.sekisho.domain.assurance.evidence.Origin;
import org.sekisho.domain.assurance.evidence.Proof;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** Evidence as rows; what it says in a table of its own. */
@ApplicationScoped
public class EvidenceRows implements EvidenceItems {

    private static final String OF_ENGAGEMENT =
            """
            i.state in ('RECEIVED', 'ACCEPTED')
                and (i.engagement_id = :engagement or (i.engagement_id is null and i.agreement_id = cast(:agreement as uuid)))
            """;

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Override
    public Optional<EvidenceItem> find(UUID id) {
        return entities.find(EvidenceItem.class, id);
    }

    @Override
    public Optional<EvidenceContent> content(UUID id) {
        return entities.find(EvidenceContent.class, id);
    }

    @Override
    public Set<UUID> usable(Engagement engagement, Set<UUID> ids) {
        return new HashSet<>(sql.query("select i.id from evidence_item i where " + OF_ENGAGEMENT)
                .and("and i.id = any (cast(string_to_array(:ids, ',') as uuid[]))")
                .with("ids", String.join(",", ids.stream().map(UUID::toString).toList()))
                .with("engagement", engagement.id())
                .with("agreement", engagement.agreement().map(UUID::toString))
                .list(row -> row.id(0)));
    }

    @Override
    public List<Proof> proofs(Engagement engagement) {
        Period period = engagement.terms().period();
        return sql.query(
                        "select distinct i.section, i.proves_first, i.proves_last, i.origin from evidence_item i where "
                                + OF_ENGAGEMENT)
                .and("and i.proves_first <= :last and i.proves_last >= :first")
                .with("engagement", engagement.id())
                .with("agreement", engagement.agreement().map(UUID::toString))
                .with("first", period.first())
                .with("last", period.last())
                .list(row -> new Proof(
                        row.constant(0, EvidenceSection.class),
                        new Period(row.day(1), row.day(2)),
                        row.constant(3, Origin.class)));
    }

    @Override
    public List<ControlEvidence> byControl(Engagement engagement) {
        Period period = engagement.terms().period();
        return sql.query("select i.section, i.control, count(*) from evidence_item i where " + OF_ENGAGEMENT)
                .and("and i.proves_first <= :last and i.proves_last >= :first group by i.section, i.control")
                .with("engagement", engagement.id())
                .with("agreement", engagement.agreement().map(UUID::toString))
                .with("first", period.first())
                .with("last", period.last())
                .list(row ->
                        new ControlEvidence(row.constant(0, EvidenceSection.class), row.text(1), (int) row.number(2)));
    }

    @Override
    public void add(EvidenceItem item, EvidenceContent content) {
        entities.add(item);
        entities.add(content);
    }
}
