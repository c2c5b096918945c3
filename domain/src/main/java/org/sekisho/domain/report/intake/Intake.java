package org.sekisho.domain.report.intake;

import static org.sekisho.domain.shared.Checks.check;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Permissions;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.ContentStore.Stored;

/**
 * One file of reports on its way in. The file is kept sealed first; then its items are staged, unseen, over many short transactions;
 * then all findings are published in one. Of one organisation the same file is taken in once, however often and however concurrently it
 * is sent. An intake that broke off is abandoned, and leaves nothing but its file.
 */
@Entity
@Table(name = "report_import")
public class Intake {

    /** The word for it in the trail. */
    public static final String KIND = "report-import";

    /** An intake of which nothing is heard for so long, and at which nobody works, was broken off. */
    public static final Duration LEASE = Duration.ofMinutes(5);

    /** So often whoever reads a file is heard of at least, as long as bytes come: with a batch of staged items, or without one. */
    public static final Duration SIGN_OF_LIFE = Duration.ofMinutes(1);

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Embedded
    private IntakeOrigin origin;

    @Column(name = "operator_person_id", nullable = false)
    private UUID operator;

    @Column(name = "sha256", nullable = false, updatable = false)
    private String sha256;

    @Column(name = "size", nullable = false, updatable = false)
    private long size;

    @Column(name = "begun_at", nullable = false, updatable = false)
    private Instant begunAt;

    @Column(name = "heard_at", nullable = false)
    private Instant heardAt;

    @Column(name = "attempt", nullable = false)
    private int attempt;

    @Column(name = "items_read", nullable = false)
    private long itemsRead;

    @Column(name = "bytes_read", nullable = false)
    private long bytesRead;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private IntakeState state;

    @Column(name = "received", nullable = false)
    private long received;

    @Column(name = "created", nullable = false)
    private long created;

    @Column(name = "duplicates", nullable = false)
    private long duplicates;

    @Column(name = "rejected", nullable = false)
    private long rejected;

    @Column(name = "failed_runs", nullable = false)
    private int failedRuns;

    @Column(name = "failure", nullable = false)
    private String failure;

    @Column(name = "failure_detail", nullable = false)
    private String failureDetail;

    @SuppressWarnings("NullAway")
    protected Intake() {}

    /**
     * Begins with a file that the store has taken in, for the actor's own organisation.
     *
     * @param id under which the file was sealed
     */
    public Intake(UUID id, Actor actor, IntakeOrigin origin, Stored file, Instant now) {
        this.id = id;
        this.organisation = Checks.require(actor.organisation().orElse(null), "organisation");
        this.operator = actor.requirePerson();
        this.origin = Checks.require(origin, "origin");
        check(SHA256.matcher(file.sha256()).matches(), IntakeError.FILE_EMPTY);
        check(file.size() > 0, IntakeError.FILE_EMPTY);
        this.sha256 = file.sha256();
        this.size = file.size();
        this.begunAt = now;
        this.heardAt = now;
        this.state = IntakeState.STAGING;
        this.attempt = 1;
        this.failure = "";
        this.failureDetail = "";
    }

    /** That it has begun, for the trail. */
    public DomainEvent begun() {
        return event("report-import.begun")
                .with("format", origin.format())
                .with("size", size)
                .build();
    }

    /**
     * A batch of items is staged; or there was none to stage for a while, and the reading goes on.
     *
     * @param run which attempt stages it: one that was taken over from stages no more
     */
    public void staged(Actor actor, int run, IntakeProgress progress, Instant now) {
        checkOwn(actor);
        requireRun(run);
        requireStaging();
        itemsRead = progress.items();
        bytesRead = progress.bytes();
        heardAt = now;
    }

    /**
     * All findings are published, in the caller's transaction.
     *
     * @param read what the reader met
     * @param tally what the database has of its items
     */
    public DomainEvent publish(Actor actor, int run, FileReading read, IntakeTally tally, Instant now) {
        checkOwn(actor);
        requireRun(run);
        check(
                read.items() == tally.received(),
                IntakeError.COUNTS_DIFFER,
                Map.of(
                        "received",
                        read.items(),
                        "created",
                        tally.created(),
                        "duplicates",
                        tally.duplicates(),
                        "rejected",
                        tally.rejected()));
        become(IntakeState.PUBLISHED, now);
        received = tally.received();
        created = tally.created();
        duplicates = tally.duplicates();
        rejected = tally.rejected();
        failedRuns = read.failedRuns();
        return event("report-import.published")
                .with("received", received)
                .with("created", created)
                .with("duplicates", duplicates)
                .with("rejected", rejected)
                .with("failedRuns", failedRuns)
                .build();
    }

    /** The file as a whole can't be taken in. */
    public DomainEvent refuse(Actor actor, int run, IntakeFailure why, Instant now) {
        checkOwn(actor);
        requireRun(run);
        become(IntakeState.REFUSED, now);
        failure = why.code();
        failureDetail = why.detail();
        return event("report-import.refused").with("why", failure).build();
    }

    /** Whether whoever staged it has gone. Who publishes it isn't heard of meanwhile; {@link Intakes} knows that somebody does. */
    public boolean isBrokenOff(Instant now) {
        return isBrokenOff(state, heardAt, now);
    }

    static boolean isBrokenOff(IntakeState state, Instant heardAt, Instant now) {
        return state == IntakeState.STAGING && !now.isBefore(heardAt.plus(LEASE));
    }

    /** Gives up one that broke off, so that the file can be sent again. */
    public DomainEvent abandon(Actor actor, Instant now) {
        checkOwn(actor);
        check(isBrokenOff(now), IntakeError.SAME_FILE_UNDER_WAY);
        become(IntakeState.ABANDONED, now);
        return event("report-import.abandoned").build();
    }

    /** Somebody of the organisation goes on with one that broke off: it is read once more from its beginning, and its operator is theirs. */
    public DomainEvent takeOver(Actor actor, Instant now) {
        checkOwn(actor);
        requireStaging();
        check(isBrokenOff(now), IntakeError.SAME_FILE_UNDER_WAY);
        operator = actor.requirePerson();
        attempt++;
        itemsRead = 0;
        bytesRead = 0;
        heardAt = now;
        return event("report-import.taken-over").with("attempt", attempt).build();
    }

    private void requireStaging() {
        check(
                state == IntakeState.STAGING,
                IntakeError.WRONG_STATE,
                Map.of("state", state, "next", IntakeState.STAGING));
    }

    /** Refuses an attempt that somebody has taken over from, or given up for the same file sent again. */
    public void requireRun(int run) {
        check(attempt == run && state != IntakeState.ABANDONED, IntakeError.TAKEN_OVER);
    }

    private void become(IntakeState next, Instant now) {
        state.requireBecomes(next, IntakeError.WRONG_STATE);
        state = next;
        endedAt = now;
    }

    /**
     * Its file is handed out, in which nothing is masked: to whoever imported it, and to colleagues who may see what is masked.
     *
     * @param reason why, masked
     */
    public DomainEvent handOut(Actor actor, String reason) {
        checkOwn(actor);
        check(isHandedOutTo(actor, organisation, operator), SharedError.NOT_PERMITTED);
        return event("report-import.file-handed-out")
                .with("size", size)
                .personal("reason", reason)
                .build();
    }

    static boolean isHandedOutTo(Actor actor, UUID organisation, UUID operator) {
        boolean seesMasked = Permissions.of(actor.roles()).contains("report:unmask");
        return actor.isOf(organisation) && (actor.requirePerson().equals(operator) || seesMasked);
    }

    private void checkOwn(Actor actor) {
        check(actor.isOf(organisation), IntakeError.OTHER_ORGANISATION);
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, KIND, id).with("sha256", sha256).with("agreement", origin.agreement());
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int rowVersion() {
        return rowVersion;
    }

    public UUID organisation() {
        return organisation;
    }

    public IntakeOrigin origin() {
        return origin;
    }

    /** Who imports. */
    public UUID operator() {
        return operator;
    }

    /** Of the file as it was sent, packed or not. */
    public String sha256() {
        return sha256;
    }

    public long size() {
        return size;
    }

    public Instant begunAt() {
        return begunAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public IntakeState state() {
        return state;
    }

    /** All zero until it is published. */
    public IntakeTally tally() {
        return new IntakeTally(received, created, duplicates, rejected);
    }

    /** How many runs of the file didn't end well, as it says itself: what they found may be incomplete. */
    public int failedRuns() {
        return failedRuns;
    }

    /** What refused the file. */
    public Optional<IntakeFailure> failure() {
        return failure.isEmpty() ? Optional.empty() : Optional.of(IntakeFailure.read(failure, failureDetail));
    }

    /** How often its reading was begun. */
    public int attempt() {
        return attempt;
    }

    /** How far the present attempt has come. */
    public IntakeProgress progress() {
        return new IntakeProgress(itemsRead, bytesRead);
    }
}
