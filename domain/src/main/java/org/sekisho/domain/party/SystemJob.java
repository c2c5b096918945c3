package org.sekisho.domain.party;

import java.util.Set;

/**
 * The jobs that the system does under a name of its own, each with the permissions it needs and no others. What rows a job reaches
 * is set in the database under the same name. No job runs without a name, and none as a person.
 */
public enum SystemJob {
    /** What happens before anybody is known: sign-in, one-time links, the first administrator. */
    SIGN_IN("sign-in", Set.of()),
    /** Lets signed versions govern on their first day, expires agreements after their last. */
    AGREEMENT_TERM("agreement-term", Set.of("agreement:run-terms")),
    /** Signs the documents of versions that came into force. */
    DOCUMENT_SIGNER("document-signer", Set.of("agreement:run-documents")),
    /** Creates engagements ahead of time. */
    AUDIT_CALENDAR("audit-calendar", Set.of("audit:run-calendar")),
    /** Says that the clock of a review has run out; ends deferrals, interim measures and embargoes whose time is over. */
    REPORT_CLOCK("report-clock", Set.of("report:run-clocks")),
    /** Builds evidence packs. */
    PACK_BUILDER("pack-builder", Set.of("pack:run")),
    /** Sends the mails that wait. */
    MAILER("mailer", Set.of("mail:run")),
    /** Finds for whom something newly waits, and writes them a mail. */
    NOTICES("notices", Set.of("notice:run")),
    /** Raises again what no duty officer acknowledged, and evaluates reports that nobody touched. */
    ESCALATION_CLOCK("escalation-clock", Set.of("escalation:run-clock")),
    /** Gives the events of the trail their order and signs checkpoints over it. */
    SEQUENCER("sequencer", Set.of("trail-key:run")),
    /** Checks the whole log over the trail. */
    TRAIL_CHECK("trail-check", Set.of("trail-check:run")),
    /** Asks witnesses to cosign checkpoints. */
    WITNESSES("witnesses", Set.of("trail-witness:run")),
    /** Writes down which sessions have run out, and forgets failed attempts that count no more. */
    HOUSEKEEPING("housekeeping", Set.of("housekeeping:run")),
    /** Sets up an empty database: the secretariat and its first administrator, or the demo regime. */
    INSTALLER("installer", Set.of("installation:*"));

    private final String job;
    private final Set<String> permissions;

    SystemJob(String job, Set<String> permissions) {
        this.job = job;
        this.permissions = permissions;
    }

    /** The name without {@code system:}. */
    public String job() {
        return job;
    }

    /** Permission strings, as a realm reads them. */
    public Set<String> permissions() {
        return permissions;
    }

    /** This job as an actor. */
    public Actor actor() {
        return Actor.system(job);
    }
}
