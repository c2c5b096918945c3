package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.pack.PackLayout;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSection;
import org.sekisho.persistence.shared.Sql;

/** The audited organisation's playbooks, and their exercises of the period. */
@ApplicationScoped
public class PlaybookPackSection implements PackSection {

    private static final RecordFile PLAYBOOKS = new RecordFile(
            "playbooks",
            List.of("code", "version", "titleEn", "titleJa", "state", "draftedAt", "approvedAt", "lastReviewedOn"),
            "select b.code, b.version, b.title_en as \"titleEn\", b.title_ja as \"titleJa\", b.state, "
                    + RecordFile.utc("b.drafted_at") + "\"draftedAt\", " + RecordFile.utc("b.approved_at")
                    + "\"approvedAt\", b.last_reviewed_on as \"lastReviewedOn\" from playbook b"
                    + " where b.organisation_id = :party and b.state <> 'DRAFT' and b.approved_at < :until order by b.code, b.version");

    private static final RecordFile EXERCISES = new RecordFile(
            "exercises",
            List.of("code", "version", "exercisedOn", "kind", "evidence", "recordedAt"),
            "select b.code, b.version, e.exercised_on as \"exercisedOn\", e.kind,"
                    + " e.evidence_reference as evidence, " + RecordFile.utc("e.recorded_at") + "\"recordedAt\""
                    + " from playbook_exercise e join playbook b on b.id = e.playbook_id"
                    + " where b.organisation_id = :party and e.exercised_on between :first and :last"
                    + " order by e.exercised_on, b.code, b.version, e.recorded_at, e.id");

    @Inject
    private Sql sql;

    @Override
    public String folder() {
        return PackLayout.PLAYBOOKS;
    }

    @Override
    public void collect(PackScope scope, Sink sink) {
        if (!scope.holds(EvidenceSection.PLAYBOOK_EXERCISES)) {
            return;
        }
        PLAYBOOKS.write(sink, sql, scope);
        EXERCISES.write(sink, sql, scope);
    }
}
