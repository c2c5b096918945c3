package org.sekisho.domain.report.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;

/**
 * A version of a decision table and how it came to govern: drafted by somebody of the secretariat or an authority, adopted by another person
 * of those. From then on what it says never changes; what should be decided otherwise is the next version.
 */
@Entity
@Table(name = "decision_table")
public class TableVersion {

    /** The word for it in the trail. */
    public static final String KIND = "decision-table";

    /** The most characters of a title. */
    public static final int TITLE_LIMIT = 200;

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 1_000;

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "code", nullable = false, updatable = false)
    private String code;

    @Column(name = "version", nullable = false, updatable = false)
    private int version;

    @Enumerated(EnumType.STRING)
    @Column(name = "used_for", nullable = false, updatable = false)
    private TableUse use;

    @Column(name = "title", nullable = false, updatable = false)
    private String title;

    @Column(name = "definition", nullable = false)
    private String definition;

    @Column(name = "sha256", nullable = false)
    private String sha256;

    @Column(name = "rows_count", nullable = false)
    private int rows;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private TableState state;

    @Column(name = "drafted_by_person_id", nullable = false)
    private UUID draftedBy;

    @Column(name = "drafted_at", nullable = false)
    private Instant draftedAt;

    @Column(name = "adopted_by_person_id")
    private @Nullable UUID adoptedBy;

    @Column(name = "adopted_at")
    private @Nullable Instant adoptedAt;

    @Column(name = "retired_by_person_id")
    private @Nullable UUID retiredBy;

    @Column(name = "retired_at")
    private @Nullable Instant retiredAt;

    @Column(name = "retire_reason", nullable = false)
    private String retireReason;

    @SuppressWarnings("NullAway")
    protected TableVersion() {}

    /** Drafts a version. It may still be incomplete. */
    public TableVersion(Actor actor, DecisionTable table, TableUse use, String title, Instant now) {
        this.id = Ids.next();
        this.code = table.code();
        this.version = table.version();
        this.use = Checks.require(use, "use");
        this.title = Checks.requireText(title, "title", TITLE_LIMIT);
        this.state = TableState.DRAFT;
        this.retireReason = "";
        this.draftedBy = actor.requirePerson();
        this.draftedAt = now;
        write(table);
    }

    private void write(DecisionTable table) {
        definition = TableJson.write(table);
        sha256 = TableJson.hash(definition);
        rows = table.rows().size();
    }

    /** That it was drafted, for the trail. */
    public DomainEvent drafted() {
        return event("report.table-drafted").build();
    }

    /**
     * Answers combinations of a draft otherwise, for the first time, or no longer. Whoever changed it last counts as its author.
     *
     * @return nothing where it says what it said before: then nobody changed it
     */
    public Optional<DomainEvent> answer(Actor actor, TableEdit edit, Instant now) {
        Checks.check(state == TableState.DRAFT, DecisionError.ADOPTED_ALREADY);
        String before = sha256;
        write(edit.of(table()));
        if (sha256.equals(before)) {
            return Optional.empty();
        }
        draftedBy = actor.requirePerson();
        draftedAt = now;
        return Optional.of(event("report.table-changed")
                .with("rows", edit.outcomes().size())
                .with("removed", edit.removed().size())
                .with("added", edit.added().size())
                .build());
    }

    /** Somebody else than its author adopts it: from now on a clause can name it. */
    public DomainEvent adopt(Actor actor, Instant now) {
        state.requireBecomes(TableState.ADOPTED, DecisionError.WRONG_STATE);
        Checks.check(!actor.requirePerson().equals(draftedBy), DecisionError.OWN_DRAFT);
        use.require(table());
        state = TableState.ADOPTED;
        adoptedBy = actor.requirePerson();
        adoptedAt = now;
        return event("report.table-adopted").build();
    }

    /** Says that no clause should name it any more. */
    public DomainEvent retire(Actor actor, String reason, Instant now) {
        state.requireBecomes(TableState.RETIRED, DecisionError.WRONG_STATE);
        retireReason = Checks.requireText(reason, "reason", REASON_LIMIT);
        state = TableState.RETIRED;
        retiredBy = actor.requirePerson();
        retiredAt = now;
        return event("report.table-retired").build();
    }

    /** What it says. */
    public DecisionTable table() {
        return TableJson.read(code, version, definition);
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, KIND, id)
                .with("code", code)
                .with("version", version)
                .with("hash", sha256);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int rowVersion() {
        return rowVersion;
    }

    public String code() {
        return code;
    }

    public int version() {
        return version;
    }

    public TableUse use() {
        return use;
    }

    public String title() {
        return title;
    }

    /** Of the canonical JSON of what it says. */
    public String sha256() {
        return sha256;
    }

    public TableState state() {
        return state;
    }

    public UUID draftedBy() {
        return draftedBy;
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    public Optional<Instant> adoptedAt() {
        return Optional.ofNullable(adoptedAt);
    }

    public Optional<Instant> retiredAt() {
        return Optional.ofNullable(retiredAt);
    }

    /** Why it was retired; empty until then. */
    public String retireReason() {
        return retireReason;
    }
}
