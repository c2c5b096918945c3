package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.finding.AuditFinding;
import org.sekisho.domain.assurance.finding.AuditFindings;
import org.sekisho.domain.assurance.finding.FindingStatement;
import org.sekisho.domain.assurance.finding.FindingText;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** Findings of audits as rows; what they say in tables of its own. */
@ApplicationScoped
public class AuditFindingRows implements AuditFindings {

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Override
    public Optional<AuditFinding> find(UUID id) {
        return entities.find(AuditFinding.class, id);
    }

    @Override
    public List<AuditFinding> ofEngagement(UUID engagement) {
        return entities.list(
                AuditFinding.class,
                "select distinct f from AuditFinding f left join fetch f.controls where f.engagement = :engagement order by f.number",
                Map.of("engagement", engagement));
    }

    /** Of two that ask at once, the unique constraint refuses the second. */
    @Override
    public int nextNumber(UUID engagement) {
        return sql.query("select coalesce(max(number), 0) + 1 from audit_finding where engagement_id = :engagement")
                .with("engagement", engagement)
                .first(row -> (int) row.number(0))
                .orElse(1);
    }

    @Override
    public List<FindingText> texts(UUID finding, int revision) {
        return entities.list(
                FindingText.class,
                "select t from FindingText t where t.finding = :finding and t.revision = :revision",
                Map.of("finding", finding, "revision", revision));
    }

    @Override
    public List<FindingStatement> statements(UUID finding) {
        return entities.list(
                FindingStatement.class,
                "select s from FindingStatement s where s.finding = :finding order by s.statedAt, s.id",
                Map.of("finding", finding));
    }

    /** What it says refers to it, without a relation that would order the two. */
    @Override
    public void add(AuditFinding finding) {
        entities.add(finding);
        entities.flush();
    }

    @Override
    public void add(FindingText text) {
        entities.add(text);
    }

    @Override
    public void add(FindingStatement statement) {
        entities.add(statement);
    }
}
