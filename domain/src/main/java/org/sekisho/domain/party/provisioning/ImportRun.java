package org.sekisho.domain.party.provisioning;

import jakarta.persistence.Column;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.provisioning.LineOutcome.Result;
import org.sekisho.domain.party.role.RoleAssignment;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;

/**
 * A table of people that somebody handed in. It is checked, then carried out by whoever handed it in, whole or not at all; the table
 * itself is forgotten when that is done, or when a newer one comes.
 */
@Entity
@Table(name = "people_import")
public class ImportRun {

    /** The most characters of a file's name. */
    public static final int NAME_LIMIT = 200;
    /** A run that has said nothing for so long died with its node, and may be started again. */
    public static final Duration STALLED_AFTER = Duration.ofMinutes(2);

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "person_id", nullable = false, updatable = false)
    private UUID person;

    @Column(name = "file_name", nullable = false, updatable = false)
    private String fileName;

    @Column(name = "reason", nullable = false, updatable = false)
    private String reason;

    @Column(name = "content")
    private @Nullable String content;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private ImportState state;

    @Column(name = "total", nullable = false)
    private int total;

    @Column(name = "created", nullable = false)
    private int created;

    @Column(name = "updated", nullable = false)
    private int updated;

    @Column(name = "unchanged", nullable = false)
    private int unchanged;

    @Column(name = "rejected", nullable = false)
    private int rejected;

    @Column(name = "failure")
    private @Nullable String failure;

    @Column(name = "checked_at", nullable = false, updatable = false)
    private Instant checkedAt;

    @Column(name = "begun_at")
    private @Nullable Instant begunAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @SuppressWarnings("NullAway")
    protected ImportRun() {}

    /**
     * A table whose lines were judged.
     *
     * @param reason why the roles in it are needed; without one the requests name the file
     * @param content the text of the file, kept until it is carried out
     */
    public ImportRun(
            Actor by, String fileName, @Nullable String reason, String content, PeopleImport judged, Instant now) {
        this.id = Ids.next();
        this.person = by.requirePerson();
        this.fileName = Checks.requireText(fileName, "file", NAME_LIMIT);
        String words = Checks.optionalText(reason, "reason", RoleAssignment.REASON_LIMIT);
        this.reason = words.isEmpty() ? this.fileName : words;
        this.content = content;
        this.state = ImportState.CHECKED;
        this.checkedAt = now;
        count(judged);
    }

    /** That the table was checked, for the trail. */
    public DomainEvent checked() {
        return event("import.checked").build();
    }

    /**
     * Begins to carry the table out.
     *
     * @param lastProgress when the run said something last, where it was begun before
     * @throws Refusal with {@link PartyError#IMPORT_LINES_REJECTED}, or {@link PartyError#IMPORT_STATE}
     */
    public DomainEvent begin(Optional<Instant> lastProgress, Instant now) {
        Checks.check(rejected == 0, PartyError.IMPORT_LINES_REJECTED, Map.of("count", rejected));
        boolean alive = state == ImportState.RUNNING && isAlive(begunAt(), lastProgress, now);
        Checks.check(content != null && !alive && state.canBecome(ImportState.RUNNING), PartyError.IMPORT_STATE);
        state = ImportState.RUNNING;
        begunAt = now;
        failure = null;
        return event("import.begun").build();
    }

    /**
     * The table was carried out, or refused because of a line.
     *
     * @param hash SHA-256 of the kept list of lines, in hexadecimal
     */
    public DomainEvent finish(PeopleImport judged, String hash, Instant now) {
        boolean refused = judged.count(Result.REJECTED) > 0;
        become(refused ? ImportState.REFUSED : ImportState.DONE);
        count(judged);
        content = null;
        finishedAt = now;
        return event(refused ? "import.refused" : "import.done")
                .with("lines", hash)
                .build();
    }

    /** Something broke; nothing was done. */
    public DomainEvent fail(String code, Instant now) {
        become(ImportState.FAILED);
        failure = code;
        finishedAt = now;
        return event("import.failed").with("failure", code).build();
    }

    /** Whether a run that began, and said something, at these times is still going; what it said before it began anew is past. */
    static boolean isAlive(Optional<Instant> begun, Optional<Instant> lastProgress, Instant now) {
        return Stream.concat(begun.stream(), lastProgress.stream())
                .anyMatch(last -> now.isBefore(last.plus(STALLED_AFTER)));
    }

    private void become(ImportState next) {
        Checks.check(state.canBecome(next), PartyError.IMPORT_STATE);
        state = next;
    }

    private void count(PeopleImport judged) {
        created = judged.count(Result.CREATED);
        updated = judged.count(Result.UPDATED);
        unchanged = judged.count(Result.UNCHANGED);
        rejected = judged.count(Result.REJECTED);
        total = created + updated + unchanged + rejected;
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, "import", id)
                .with("created", created)
                .with("updated", updated)
                .with("unchanged", unchanged)
                .with("rejected", rejected);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int version() {
        return version;
    }

    /** Who handed it in, and may carry it out. */
    public UUID person() {
        return person;
    }

    public String fileName() {
        return fileName;
    }

    /** Why the roles in it are needed. */
    public String reason() {
        return reason;
    }

    /** The text of the file; empty when it was carried out, or a newer one came. */
    public Optional<String> content() {
        return Optional.ofNullable(content);
    }

    public ImportState state() {
        return state;
    }

    public Optional<Instant> begunAt() {
        return Optional.ofNullable(begunAt);
    }
}
