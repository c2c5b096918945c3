package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.pack.PackLayout;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSection;
import org.sekisho.persistence.shared.Sql;

/**
 * How the audited organisation runs what is its own, as far as the portal knows it: what its administrators did, who held which role, its
 * keys. Of the secretariat, which operates the installation, also that of the installation: changes of the schema, everybody's keys,
 * those of the log, who led it, and what its checks found. Backups, restores and access to the database happen where the portal sees
 * nothing of them: evidence of them is handed in.
 */
@ApplicationScoped
public class OperationsPackSection implements PackSection {

    /** Of the secretariat only. */
    private static final String OF_OPERATOR = "(select o.kind from organisation o where o.id = :party) = 'SECRETARIAT'";

    /** Acts without a line of their own in the trail, reads that were done, stay out, as on auditors' pages. */
    private static final RecordFile ACTS = new RecordFile(
            "acts",
            List.of("event", "at", "actor", "act", "subjectKind", "subject", "outcome"),
            "select t.id as event, " + RecordFile.utc("t.time")
                    + "at, t.actor, t.act, t.subject_kind as \"subjectKind\", t.subject_id as subject, t.outcome"
                    + " from trail_event t where t.time >= :from and t.time < :until and "
                    + TrailPackSection.OF_OPERATIONS + " order by t.time, t.id");

    /** Roles of which something was asked, given or ended in the period, or that were held in it. */
    private static final RecordFile ROLES = new RecordFile(
            "roles",
            List.of(
                    "person",
                    "role",
                    "state",
                    "founding",
                    "requestedBy",
                    "requestedAt",
                    "approvedBy",
                    "approvedAt",
                    "confirmedBy",
                    "effectiveAt",
                    "closedBy",
                    "closedAt"),
            "select r.person_id as person, r.role, r.state, r.founding, r.requested_by as \"requestedBy\", "
                    + RecordFile.utc("r.requested_at") + "\"requestedAt\", r.approved_by as \"approvedBy\", "
                    + RecordFile.utc("r.approved_at") + "\"approvedAt\", r.confirmed_by as \"confirmedBy\", "
                    + RecordFile.utc("r.effective_at") + "\"effectiveAt\", r.closed_by as \"closedBy\", "
                    + RecordFile.utc("r.closed_at") + "\"closedAt\" from role_assignment r"
                    + " where r.organisation_id = :party and r.requested_at < :until"
                    + " and (r.closed_at is null or r.closed_at >= :from) order by r.requested_at, r.id");

    private static final RecordFile KEYS = new RecordFile(
            "keys",
            List.of("organisation", "version", "fingerprint", "madeAt", "destroyedAt"),
            "select o.short_name as organisation, k.key_version as version, k.fingerprint, "
                    + RecordFile.utc("k.made_at") + "\"madeAt\", " + RecordFile.utc("k.destroyed_at")
                    + "\"destroyedAt\""
                    + " from vault_key k join organisation o on o.id = k.organisation_id"
                    + " where (k.organisation_id = :party or " + OF_OPERATOR + ")"
                    + " and (k.made_at is null or k.made_at < :until) and (k.destroyed_at is null or k.destroyed_at >= :from)"
                    + " order by o.short_name, o.id, k.key_version");

    /** Everything up to the end of the period: what the schema was then. The database keeps no zone with the time. */
    private static final RecordFile SCHEMA = new RecordFile(
            "schema-changes",
            List.of("rank", "version", "description", "script", "checksum", "by", "at", "success"),
            "select h.installed_rank as rank, h.version, h.description, h.script, h.checksum, h.installed_by as by,"
                    + " replace(cast(h.installed_on as text), ' ', 'T') as at, h.success from schema_history h"
                    + " where cast(h.installed_on as date) <= :last order by h.installed_rank");

    private static final RecordFile LOG_KEYS = new RecordFile(
            "log-keys",
            List.of("fingerprint", "firstSize", "firstSignedAt"),
            "select k.fingerprint, k.first_size as \"firstSize\", " + RecordFile.utc("c.signed_at")
                    + "\"firstSignedAt\" from trail_key k"
                    + " left join lateral (select s.signed_at from trail_checkpoint s where s.size >= k.first_size order by s.size limit 1) c"
                    + " on true where c.signed_at is null or c.signed_at < :until order by k.first_size, k.fingerprint");

    /** Whoever leads at present has no last checkpoint: it would make two packs of the same state differ. */
    private static final RecordFile LOG_LEADERS = new RecordFile(
            "log-leaders",
            List.of("epoch", "firstSize", "firstSignedAt", "lastSize", "lastSignedAt"),
            "select e.epoch, e.first_size as \"firstSize\", " + RecordFile.utc("e.first_signed_at")
                    + "\"firstSignedAt\", case when e.epoch < l.epoch then e.last_size end as \"lastSize\", "
                    + RecordFile.utc("(case when e.epoch < l.epoch then e.last_signed_at end)")
                    + "\"lastSignedAt\" from log_leaders() e cross join trail_log l"
                    + " where e.first_signed_at < :until and (e.epoch = l.epoch or e.last_signed_at >= :from)"
                    + " order by e.epoch");

    /** What a check found is a line each; nothing where all was as it was signed. */
    private static final RecordFile LOG_CHECKS = new RecordFile(
            "log-checks",
            List.of("check", "at", "size", "found"),
            "select c.id as check, " + RecordFile.utc("c.checked_at")
                    + "at, c.size, c.found from trail_check c where c.checked_at >= :from and c.checked_at < :until"
                    + " order by c.checked_at, c.id");

    @Inject
    private Sql sql;

    @Override
    public String folder() {
        return PackLayout.OPERATIONS;
    }

    @Override
    public void collect(PackScope scope, Sink sink) {
        if (!scope.holds(EvidenceSection.OPERATIONS)) {
            return;
        }
        ACTS.write(sink, sql, scope);
        ROLES.write(sink, sql, scope);
        KEYS.write(sink, sql, scope);
        if (isOperator(scope)) {
            SCHEMA.write(sink, sql, scope);
            LOG_KEYS.write(sink, sql, scope);
            LOG_LEADERS.write(sink, sql, scope);
            LOG_CHECKS.write(sink, sql, scope);
        }
    }

    /** The secretariat provides the administrators of the installation. */
    private boolean isOperator(PackScope scope) {
        return sql.query("select " + OF_OPERATOR)
                .with("party", scope.responsibleParty())
                .first(row -> row.flag(0))
                .orElse(false);
    }
}
