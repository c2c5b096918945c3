package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.report.escalation.Escalation;
import org.sekisho.domain.report.escalation.EscalationContent;
import org.sekisho.domain.report.escalation.EscalationReading;
import org.sekisho.domain.report.escalation.Escalations;
import org.sekisho.domain.report.escalation.ReportEvaluation;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** Escalations as rows; what the authority reads in a table of its own. */
@ApplicationScoped
public class EscalationRows implements Escalations {

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Override
    public Optional<Escalation> find(UUID id) {
        return entities.find(Escalation.class, id);
    }

    @Override
    public Escalation requireLocked(UUID id) {
        return entities.lockAndRaise(Escalation.class, id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    @Override
    public Optional<Escalation> openLocked(UUID report) {
        return entities
                .listLocked(
                        Escalation.class,
                        "select e from Escalation e where e.report = :report"
                                + " and e.state <> org.sekisho.domain.report.escalation.EscalationState.STOOD_DOWN",
                        Map.of("report", report))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<ReportEvaluation> stoodDownOn(UUID report) {
        return entities.first(
                ReportEvaluation.class,
                "select v from ReportEvaluation v where v.report = :report and v.evaluatedAt <="
                        + " (select max(e.stateAt) from Escalation e where e.report = :report"
                        + " and e.state = org.sekisho.domain.report.escalation.EscalationState.STOOD_DOWN)"
                        + " order by v.evaluatedAt desc, v.id desc",
                Map.of("report", report));
    }

    @Override
    public void add(Escalation escalation) {
        entities.add(escalation);
    }

    @Override
    public void add(EscalationContent content) {
        entities.add(content);
    }

    @Override
    public Optional<EscalationContent> content(UUID document) {
        return entities.find(EscalationContent.class, document);
    }

    @Override
    public void keep(EscalationReading reading) {
        sql.query(
                        """
                        insert into escalation_reading (id, document_id, person_id, organisation_id, read_at)
                        values (:id, :document, :person, :organisation, :now) on conflict (document_id, person_id) do nothing
                        """)
                .with("id", reading.id())
                .with("document", reading.document())
                .with("person", reading.person())
                .with("organisation", reading.organisation())
                .with("now", reading.readAt())
                .run();
    }

    @Override
    public List<EscalationReading> readings(UUID escalation) {
        return entities.list(
                EscalationReading.class,
                "select r from EscalationReading r where r.document in"
                        + " (select d.id from EscalationDocument d where d.escalation.id = :escalation) order by r.readAt, r.id",
                Map.of("escalation", escalation));
    }

    @Override
    public List<UUID> overdue(Instant now, int limit) {
        return sql.query(
                        """
                        select e.id from escalation e where e.state = 'WAITING' and e.due_at <= :now
                        order by e.due_at, e.id limit :most
                        """)
                .with("now", now)
                .with("most", limit)
                .list(row -> row.id(0));
    }
}
