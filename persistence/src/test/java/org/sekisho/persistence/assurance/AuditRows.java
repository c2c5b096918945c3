package org.sekisho.persistence.assurance;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Rows that tests of audits begin with, written as the owner. */
final class AuditRows {

    private AuditRows() {}

    /** An organisation; of another kind than the secretariat, of which a database has one and every test shares it. */
    static void organisation(Statement statement, UUID id, String shortName, String kind) throws SQLException {
        statement.execute(
                "insert into organisation (id, version, short_name, name_en, name_ja, kind, state, created_at) values"
                        + " ('"
                        + id + "', 0, '" + shortName + "', 'n', 'n', '" + kind
                        + "', 'ACTIVE', timestamptz '2026-05-14 00:00Z')");
    }

    static void person(Statement statement, UUID id, UUID home) throws SQLException {
        statement.execute(
                """
                insert into person (id, version, email, name_en, name_ja, language, home_organisation_id, state, state_reason,
                    state_changed_by, state_changed_at, created_at)
                values ('%s', 0, '%s@audits.example', 'n', 'n', 'EN', '%s', 'ACTIVE', '', 'system:test', '2026-06-01 00:00Z',
                    '2026-06-01 00:00Z')
                """
                        .formatted(id, id, home));
    }

    /** In fieldwork since the second day of its period, July to September 2026. */
    static void engagement(Statement statement, UUID id, String number, UUID owner, UUID audited, UUID firm)
            throws SQLException {
        statement.execute(
                """
                insert into engagement (id, row_version, number, owner_id, standard, assurance_level, criteria, responsible_party_id,
                    intended_users, period_first, period_last, report_due, most_consecutive, declaration_months, firm_id, state,
                    scheduled_at, fieldwork_at)
                values ('%s', 0, '%s', '%s', 'ISAE_3000', 'LIMITED', 'criteria', '%s', 'users', '2026-07-01', '2026-09-30',
                    '2026-12-15', 3, 12, '%s', 'FIELDWORK', '2026-06-01 00:00Z', '2026-07-02 00:00Z')
                """
                        .formatted(id, number, owner, audited, firm));
    }

    static void member(Statement statement, UUID engagement, UUID person, UUID firm, UUID by) throws SQLException {
        statement.execute(
                """
                insert into engagement_member (id, row_version, engagement_id, person_id, firm_id, assigned_by_person_id, assigned_at)
                values ('%s', 0, '%s', '%s', '%s', '%s', '2026-06-10 00:00Z')
                """
                        .formatted(UUID.randomUUID(), engagement, person, firm, by));
    }
}
