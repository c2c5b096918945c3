package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.pack.PackLayout;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSection;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;

/** Grants that touch the period with who asked, approved, checked and ended them, and the training of the people granted. */
@ApplicationScoped
public class GrantPackSection implements PackSection {

    private static final String OF_PERIOD =
            "g.agreement_id = :agreement and g.first_day <= :last and g.last_day >= :first";

    private static final RecordFile GRANTS = new RecordFile(
            "grants",
            List.of(
                    "grant",
                    "organisation",
                    "person",
                    "email",
                    "nameEn",
                    "nameJa",
                    "role",
                    "reason",
                    "firstDay",
                    "lastDay",
                    "state"),
            """
            select g.id as "grant", o.short_name as organisation, g.person_id as person,\s"""
                    + Naming.address("p", "g.organisation_id", ":until")
                    + """
             as email, p.name_en as "nameEn",
                   p.name_ja as "nameJa", g.role, g.reason, g.first_day as "firstDay", g.last_day as "lastDay", g.state
            from access_grant g
                join organisation o on o.id = g.organisation_id
                join person p on p.id = g.person_id
            where\s"""
                    + OF_PERIOD + " order by o.short_name, p.email, g.role, g.first_day, g.id");

    private static final RecordFile STEPS = new RecordFile(
            "grant-history",
            List.of("grant", "step", "act", "actor", "organisation", "at", "reason"),
            "select s.access_grant_id as \"grant\", s.number as step, s.act, s.actor_name as actor,"
                    + " o.short_name as organisation, " + RecordFile.utc("s.done_at") + "at, s.reason"
                    + " from grant_step s join access_grant g on g.id = s.access_grant_id"
                    + " left join organisation o on o.id = s.organisation_id where " + OF_PERIOD
                    + " and s.done_at < :until order by s.done_at, s.access_grant_id, s.number");

    private static final RecordFile TRAINING = new RecordFile(
            "training",
            List.of(
                    "record",
                    "organisation",
                    "person",
                    "email",
                    "training",
                    "completedOn",
                    "validUntil",
                    "evidence",
                    "state",
                    "recordedAt",
                    "revokedAt",
                    "revocationReason"),
            "select t.id as record, o.short_name as organisation, t.person_id as person, "
                    + Naming.address("p", "t.organisation_id", ":until") + " as email,"
                    + " t.training_code as training, t.completed_on as \"completedOn\", t.valid_until as \"validUntil\","
                    + " t.evidence_reference as evidence, t.state, " + RecordFile.utc("t.recorded_at")
                    + "\"recordedAt\", "
                    + RecordFile.utc("t.revoked_at") + "\"revokedAt\", t.revocation_reason as \"revocationReason\""
                    + " from training_record t join organisation o on o.id = t.organisation_id join person p on p.id = t.person_id"
                    + " where t.completed_on <= :last and t.valid_until >= :first and t.recorded_at < :until"
                    + " and exists (select from access_grant g where g.person_id = t.person_id and " + OF_PERIOD + ")"
                    + " order by p.email, t.training_code, t.recorded_at, t.id");

    @Inject
    private Sql sql;

    @Override
    public String folder() {
        return PackLayout.GRANTS;
    }

    @Override
    public void collect(PackScope scope, Sink sink) {
        if (scope.agreement().isEmpty()) {
            return;
        }
        if (scope.holds(EvidenceSection.GRANTS)) {
            GRANTS.write(sink, sql, scope);
            STEPS.write(sink, sql, scope);
        }
        if (scope.holds(EvidenceSection.TRAINING)) {
            TRAINING.write(sink, sql, scope);
        }
    }
}
