package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.pack.PackLayout;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSection;
import org.sekisho.persistence.shared.Sql;

/** What stopped and what opened use: freezes and their lifting, suspensions, phases and the votes on them. */
@ApplicationScoped
public class DecisionPackSection implements PackSection {

    /** Freezes of the agreement, of the audited organisation, of somebody of it granted under the agreement, and of everything. */
    static final String FREEZES_OF_PERIOD =
            """
            f.frozen_at < :until and (f.lifted_at is null or f.lifted_at >= :from)
                and (f.scope = 'ALL'
                     or (f.scope = 'AGREEMENT' and f.target_id = :agreement)
                     or (f.scope = 'ORGANISATION' and f.target_id = :party)
                     or (f.scope = 'PERSON' and exists (select from access_grant g
                         where g.agreement_id = :agreement and g.person_id = f.target_id and g.organisation_id = :party)
                         and belonged_since(f.target_id, :party, f.frozen_at)))
            """;

    private static final RecordFile FREEZES = new RecordFile(
            "freezes",
            List.of("freeze", "scope", "target", "reason", "state", "frozenBy", "frozenAt", "liftedAt"),
            "select f.id as freeze, f.scope, f.target_id as target, f.reason, f.state,"
                    + " o.short_name as \"frozenBy\", " + RecordFile.utc("f.frozen_at") + "\"frozenAt\", "
                    + RecordFile.utc("f.lifted_at") + "\"liftedAt\" from access_freeze f"
                    + " join organisation o on o.id = f.frozen_by_organisation_id where " + FREEZES_OF_PERIOD
                    + " order by f.frozen_at, f.id");

    private static final RecordFile LIFTS = new RecordFile(
            "freeze-lifts",
            List.of("freeze", "side", "organisation", "reason", "agreedAt"),
            "select l.freeze_id as freeze, l.side, o.short_name as organisation, l.reason, "
                    + RecordFile.utc("l.agreed_at")
                    + "\"agreedAt\" from freeze_lift l join access_freeze f on f.id = l.freeze_id"
                    + " join organisation o on o.id = l.organisation_id where " + FREEZES_OF_PERIOD
                    + " and l.agreed_at < :until order by l.agreed_at, l.id");

    private static final RecordFile SUSPENSIONS = new RecordFile(
            "suspensions",
            List.of(
                    "suspension",
                    "cause",
                    "organisation",
                    "reason",
                    "beganAt",
                    "oversightAgreedAt",
                    "concernedAgreedAt",
                    "endedAt"),
            "select s.id as suspension, s.cause, o.short_name as organisation, s.reason, "
                    + RecordFile.utc("s.began_at") + "\"beganAt\", " + RecordFile.utc("s.oversight_agreed_at")
                    + "\"oversightAgreedAt\", " + RecordFile.utc("s.concerned_agreed_at") + "\"concernedAgreedAt\", "
                    + RecordFile.utc("s.ended_at") + "\"endedAt\" from agreement_suspension s"
                    + " join organisation o on o.id = s.organisation_id where s.agreement_id = :agreement"
                    + " and s.began_at < :until and (s.ended_at is null or s.ended_at >= :from) order by s.began_at, s.id");

    private static final RecordFile PHASES = new RecordFile(
            "phases",
            List.of("phase", "beganAt", "endedAt", "evaluation", "reason"),
            "select p.phase, " + RecordFile.utc("p.began_at") + "\"beganAt\", "
                    + RecordFile.utc("p.ended_at")
                    + "\"endedAt\", p.phase_evaluation_id as evaluation, p.reason from agreement_phase p"
                    + " where p.agreement_id = :agreement and p.began_at < :until and (p.ended_at is null or p.ended_at >= :from)"
                    + " order by p.began_at, p.id");

    private static final RecordFile VOTES = new RecordFile(
            "phase-votes",
            List.of(
                    "evaluation",
                    "fromPhase",
                    "toPhase",
                    "organisation",
                    "agrees",
                    "criteriaSha256",
                    "reason",
                    "castAt"),
            "select v.phase_evaluation_id as evaluation, e.from_phase as \"fromPhase\","
                    + " e.to_phase as \"toPhase\", o.short_name as organisation, v.agrees, v.criteria_hash as \"criteriaSha256\", v.reason, "
                    + RecordFile.utc("v.cast_at")
                    + "\"castAt\" from phase_vote v join phase_evaluation e on e.id = v.phase_evaluation_id"
                    + " join organisation o on o.id = v.organisation_id"
                    + " where e.agreement_id = :agreement and v.cast_at >= :from and v.cast_at < :until order by v.cast_at, v.id");

    private static final RecordFile CRITERIA = new RecordFile(
            "phase-criteria",
            List.of(
                    "evaluation",
                    "fromPhase",
                    "toPhase",
                    "code",
                    "source",
                    "comparison",
                    "threshold",
                    "value",
                    "evidence",
                    "recordedBy",
                    "recordedAt"),
            "select c.phase_evaluation_id as evaluation, e.from_phase as \"fromPhase\","
                    + " e.to_phase as \"toPhase\", c.code, c.source, c.comparison, c.threshold, c.recorded_value as value,"
                    + " c.evidence_reference as evidence, c.recorded_by_name as \"recordedBy\", "
                    + RecordFile.utc("c.recorded_at")
                    + "\"recordedAt\" from phase_criterion c join phase_evaluation e on e.id = c.phase_evaluation_id"
                    + " where e.agreement_id = :agreement and c.recorded_at >= :from and c.recorded_at < :until"
                    + " order by c.recorded_at, c.code, c.id");

    /** What was asked of the access policy, and its answer, as the trail tells it; refused questions decided nothing. */
    private static final RecordFile ACCESS = new RecordFile(
            "access-decisions",
            List.of(
                    "event",
                    "at",
                    "askedBy",
                    "person",
                    "action",
                    "occasion",
                    "environment",
                    "system",
                    "purpose",
                    "resource",
                    "permit",
                    "failed"),
            "select t.id as event, " + RecordFile.utc("t.time")
                    + "at, t.actor as \"askedBy\", d.details ->> 'person' as person, d.details ->> 'action' as action,"
                    + " d.details ->> 'occasion' as occasion, d.details ->> 'environment' as environment, d.details ->> 'system' as system,"
                    + " d.details ->> 'purpose' as purpose, d.details ->> 'resource' as resource, d.details ->> 'permit' as permit,"
                    + " (select string_agg(f, ' ') from json_array_elements_text(d.details -> 'failed') f) as failed"
                    + " from trail_event t"
                    + " cross join lateral (select cast(convert_from(t.leaf, 'UTF8') as json) -> 'details' as details) d"
                    + " where t.act = 'access.decide' and t.outcome = 'done' and t.subject_id = :agreement"
                    + " and t.time >= :from and t.time < :until order by t.time, t.id");

    @Inject
    private Sql sql;

    @Override
    public String folder() {
        return PackLayout.DECISIONS;
    }

    @Override
    public void collect(PackScope scope, Sink sink) {
        if (scope.agreement().isEmpty()) {
            return;
        }
        if (scope.holds(EvidenceSection.FREEZES)) {
            FREEZES.write(sink, sql, scope);
            LIFTS.write(sink, sql, scope);
        }
        if (scope.holds(EvidenceSection.AGREEMENT)) {
            SUSPENSIONS.write(sink, sql, scope);
        }
        if (scope.holds(EvidenceSection.PHASES)) {
            PHASES.write(sink, sql, scope);
            VOTES.write(sink, sql, scope);
            CRITERIA.write(sink, sql, scope);
        }
        if (scope.holds(EvidenceSection.USAGE) || scope.holds(EvidenceSection.TRAIL)) {
            ACCESS.write(sink, sql, scope);
        }
    }
}
