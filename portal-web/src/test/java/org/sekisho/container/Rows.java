package org.sekisho.container;

import static org.sekisho.container.regime.Database.run;
import static org.sekisho.container.regime.Database.texts;

import java.util.List;
import java.util.UUID;
import org.sekisho.domain.party.signin.Tokens;

/** What the test sets up and looks at, as the owner of the schema, past every use case. */
final class Rows {

    private final UUID organisation = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();
    private final String token = Tokens.fresh();

    String token() {
        return token;
    }

    UUID person() {
        return person;
    }

    /** A signed-in person without a role, and the table of the probe. */
    void prepare() {
        run(
                "create table if not exists probe (id uuid primary key, parent uuid references probe deferrable initially deferred)");
        run("grant select, insert on probe to sekisho_app");
        run(
                "insert into organisation (id, version, short_name, name_en, name_ja, kind, state, created_at) "
                        + "values (?, 0, ?, 'Probe', 'Probe', 'INSTITUTION', 'ACTIVE', clock_timestamp())",
                organisation,
                "probe-" + Long.toHexString(organisation.getLeastSignificantBits()));
        run(
                "insert into person (id, version, email, name_en, name_ja, language, home_organisation_id, state, state_reason, "
                        + "state_changed_by, state_changed_at, created_at) values (?, 0, ?, 'A', 'A', 'EN', ?, 'ACTIVE', '', "
                        + "'system:test', clock_timestamp(), clock_timestamp())",
                person,
                person + "@probe.example",
                organisation);
        run(
                "insert into affiliation (id, person_id, organisation_id, kind, first_day) values (?, ?, ?, 'HOME', date '2026-01-01')",
                UUID.randomUUID(),
                person,
                organisation);
        run(
                "insert into credential (person_id, version, must_change_password, failed_attempts, second_factor_last_step) "
                        + "values (?, 0, false, 0, -1)",
                person);
        run(
                "insert into login_session (id, version, token_hash, person_id, organisation_id, kind, second_factor, address, "
                        + "user_agent, signed_in_at, expires_at, last_seen_at) values (?, 0, ?, ?, ?, 'PAGE', false, '', '', "
                        + "clock_timestamp(), clock_timestamp() + interval '1 hour', clock_timestamp())",
                session,
                Tokens.hash(token),
                person,
                organisation);
    }

    void endSession() {
        run("update login_session set ended_at = clock_timestamp(), ended_because = 'REVOKED' where id = ?", session);
    }

    boolean exists(UUID id) {
        return !texts("select id::text from probe where id = ?", id).isEmpty();
    }

    /** The events about a subject: act, outcome and kind. */
    List<String> events(UUID subject) {
        return texts(
                "select act || ' ' || outcome || ' ' || subject_kind from trail_event where subject_id = ? order by id",
                subject);
    }

    String leaf(UUID subject) {
        return texts("select convert_from(leaf, 'UTF8') from trail_event where subject_id = ?", subject)
                .get(0);
    }

    String leafHash(UUID subject) {
        return texts("select encode(leaf_hash, 'hex') from trail_event where subject_id = ?", subject)
                .get(0);
    }

    /** Whether the events of a subject wait for their place in the log, or have it already. */
    boolean isInOutboxOrLog(UUID subject) {
        return !texts(
                        """
                        select e.id::text from trail_event e where e.subject_id = ?
                            and (exists (select from trail_outbox o where o.event = e.id) or exists (select from trail_leaf l where l.event = e.id))
                        """,
                        subject)
                .isEmpty();
    }

    long count() {
        return Long.parseLong(texts("select count(*)::text from trail_event").get(0));
    }

    int playbooks(String code) {
        return texts("select id::text from playbook where code = ?", code).size();
    }

    /** What was done with a grant, in order. */
    List<String> grantSteps(UUID grant) {
        return texts("select act from grant_step where access_grant_id = ? order by number", grant);
    }

    /** The states of an organisation's signatures on an agreement. */
    List<String> signatures(UUID agreement, UUID organisation) {
        return texts(
                "select s.state from agreement_signature s join agreement_version v on v.id = s.agreement_version_id "
                        + "where v.agreement_id = ? and s.organisation_id = ?",
                agreement,
                organisation);
    }

    /** How often something was done with a subject. */
    int done(String act, UUID subject) {
        return texts(
                        "select id::text from trail_event where act = ? and subject_id = ? and outcome = 'done'",
                        act,
                        subject)
                .size();
    }
}
