package org.sekisho.domain.playbook;

import static org.sekisho.domain.shared.Checks.check;
import static org.sekisho.domain.shared.Checks.require;
import static org.sekisho.domain.shared.Checks.requireText;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;

/**
 * One version of an organisation's playbook. Somebody drafts it, a second person of the organisation approves it, which retires the
 * version before; from then on it is reviewed and exercised. A change is a new version, so an approval covers exactly what was
 * approved.
 */
@Entity
@Table(name = "playbook")
public class Playbook {

    /** The most characters of a title in one language. */
    public static final int TITLE_LIMIT = 200;

    /** The most characters of a reference to evidence. */
    public static final int EVIDENCE_LIMIT = 300;

    private static final Pattern CODE = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?");

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "code", nullable = false, updatable = false)
    private String code;

    @Column(name = "version", nullable = false, updatable = false)
    private int version;

    @Column(name = "title_en", nullable = false)
    private String titleEn;

    @Column(name = "title_ja", nullable = false)
    private String titleJa;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private PlaybookState state;

    @Column(name = "drafted_by_person_id", nullable = false)
    private UUID draftedBy;

    @Column(name = "drafted_at", nullable = false)
    private Instant draftedAt;

    @Column(name = "approved_by_person_id")
    private @Nullable UUID approvedBy;

    @Column(name = "approved_at")
    private @Nullable Instant approvedAt;

    @Column(name = "last_reviewed_on")
    private @Nullable LocalDate lastReviewedOn;

    @Column(name = "last_reviewed_by_person_id")
    private @Nullable UUID lastReviewedBy;

    @OneToMany(mappedBy = "playbook", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("day")
    private List<PlaybookExercise> exercises = new ArrayList<>();

    @SuppressWarnings("NullAway")
    protected Playbook() {}

    /**
     * Drafts the first version of a playbook for the actor's own organisation.
     *
     * @param code by which an agreement's clause names it
     * @throws org.sekisho.domain.shared.Refusal with a {@link PlaybookError}
     */
    public Playbook(Actor actor, String code, String titleEn, String titleJa, Instant now) {
        this(actor, require(actor.organisation().orElse(null), "organisation"), code, 1, titleEn, titleJa, now);
    }

    private Playbook(
            Actor actor, UUID organisation, String code, int version, String titleEn, String titleJa, Instant now) {
        this.id = Ids.next();
        this.organisation = organisation;
        this.code = requireText(code, "code", 64);
        check(CODE.matcher(this.code).matches(), PlaybookError.CODE_MALFORMED);
        this.version = version;
        this.titleEn = requireText(titleEn, "titleEn", TITLE_LIMIT);
        this.titleJa = requireText(titleJa, "titleJa", TITLE_LIMIT);
        this.state = PlaybookState.DRAFT;
        this.draftedBy = actor.requirePerson();
        this.draftedAt = now;
    }

    /** Drafts the version after this one. */
    public Playbook nextVersion(Actor actor, String newTitleEn, String newTitleJa, Instant now) {
        checkOwn(actor);
        check(state == PlaybookState.APPROVED, PlaybookError.NOT_APPROVED);
        return new Playbook(actor, organisation, code, version + 1, newTitleEn, newTitleJa, now);
    }

    /** That the version was drafted, for the trail. */
    public DomainEvent drafted() {
        return event("playbook.drafted").build();
    }

    /** Changes the draft. Whoever changed it last counts as its author. */
    public DomainEvent retitle(Actor actor, String newTitleEn, String newTitleJa, Instant now) {
        checkOwn(actor);
        check(state == PlaybookState.DRAFT, PlaybookError.WRONG_STATE, Map.of("state", state, "next", state));
        titleEn = requireText(newTitleEn, "titleEn", TITLE_LIMIT);
        titleJa = requireText(newTitleJa, "titleJa", TITLE_LIMIT);
        draftedBy = actor.requirePerson();
        draftedAt = now;
        return event("playbook.retitled").build();
    }

    /**
     * A second person of the organisation approves the draft, and the version before retires. The approval counts as a review of
     * that day.
     */
    public DomainEvent approve(Actor actor, Optional<Playbook> before, Instant now) {
        state.requireBecomes(PlaybookState.APPROVED, PlaybookError.WRONG_STATE);
        checkOwn(actor);
        check(!actor.requirePerson().equals(draftedBy), PlaybookError.OWN_DRAFT);
        before.ifPresent(older -> older.supersede(this));
        state = PlaybookState.APPROVED;
        approvedBy = actor.requirePerson();
        approvedAt = now;
        lastReviewedOn = Days.of(now);
        lastReviewedBy = approvedBy;
        return event("playbook.approved").build();
    }

    private void supersede(Playbook newer) {
        state.requireBecomes(PlaybookState.SUPERSEDED, PlaybookError.WRONG_STATE);
        check(
                newer.organisation.equals(organisation) && newer.code.equals(code) && newer.version > version,
                PlaybookError.WRONG_STATE,
                Map.of("state", state, "next", PlaybookState.SUPERSEDED));
        state = PlaybookState.SUPERSEDED;
    }

    /** Records that the approved version was read through and still fits. Only forward: an older review changes nothing. */
    public DomainEvent review(Actor actor, LocalDate day, Instant now) {
        checkApprovedOn(actor, day, now);
        LocalDate last = lastReviewedOn;
        check(last == null || !day.isBefore(last), PlaybookError.DAY_NOT_POSSIBLE);
        lastReviewedOn = day;
        lastReviewedBy = actor.requirePerson();
        return event("playbook.reviewed").with("day", day).build();
    }

    /**
     * Records an exercise.
     *
     * @param day not in the future; it may lie before the approval, because an organisation brings its earlier exercises along
     * @param evidence where the report of the exercise is found
     */
    public DomainEvent exercise(Actor actor, LocalDate day, ExerciseKind kind, String evidence, Instant now) {
        checkApprovedOn(actor, day, now);
        String reference = requireText(evidence, "evidence", EVIDENCE_LIMIT);
        exercises.add(new PlaybookExercise(this, day, require(kind, "kind"), reference, actor.requirePerson(), now));
        return event("playbook.exercised").with("day", day).with("kind", kind).build();
    }

    private void checkApprovedOn(Actor actor, LocalDate day, Instant now) {
        checkOwn(actor);
        check(state == PlaybookState.APPROVED, PlaybookError.NOT_APPROVED);
        check(!require(day, "day").isAfter(Days.of(now)), PlaybookError.DAY_NOT_POSSIBLE);
    }

    private void checkOwn(Actor actor) {
        check(actor.isOf(organisation), PlaybookError.OTHER_ORGANISATION);
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, "playbook", id).with("code", code).with("version", version);
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

    /** By which an agreement's clause names it. */
    public String code() {
        return code;
    }

    /** The playbook's own version, from 1. */
    public int version() {
        return version;
    }

    public String titleEn() {
        return titleEn;
    }

    public String titleJa() {
        return titleJa;
    }

    public PlaybookState state() {
        return state;
    }

    public UUID draftedBy() {
        return draftedBy;
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    public Optional<UUID> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    public Optional<Instant> approvedAt() {
        return Optional.ofNullable(approvedAt);
    }

    /** The day of the last review; the approval counts as one. */
    public Optional<LocalDate> lastReviewedOn() {
        return Optional.ofNullable(lastReviewedOn);
    }

    public Optional<UUID> lastReviewedBy() {
        return Optional.ofNullable(lastReviewedBy);
    }

    /** The exercises of this version, by day. */
    public List<PlaybookExercise> exercises() {
        return Collections.unmodifiableList(exercises);
    }
}
