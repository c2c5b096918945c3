package org.sekisho.domain.report.escalation;

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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.decision.EscalationLevel;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.Vault;

/**
 * A report put before the authority because the escalation table says so. A duty officer there acknowledges it; whoever doesn't is asked
 * again, in a wider circle, until somebody does. A graver evaluation asks anew, a milder one ends nothing: only a person stands it down.
 */
@Entity
@Table(name = "escalation")
public class Escalation {

    /** The word for it in the trail. */
    public static final String KIND = "escalation";

    /** The most characters that somebody adds at once. */
    public static final int CONTEXT_LIMIT = 10_000;

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "report_id", nullable = false, updatable = false)
    private UUID report;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreement;

    @Column(name = "evaluation_id", nullable = false)
    private UUID evaluation;

    @Enumerated(EnumType.STRING)
    @Column(name = "level", nullable = false)
    private EscalationLevel level;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private EscalationState state;

    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @Column(name = "state_at", nullable = false)
    private Instant stateAt;

    @Column(name = "told_at", nullable = false)
    private Instant toldAt;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "raises", nullable = false)
    private int raises;

    @Enumerated(EnumType.STRING)
    @Column(name = "circle", nullable = false)
    private Circle circle;

    @Column(name = "eased_at")
    private @Nullable Instant easedAt;

    @Column(name = "voluntary_at")
    private @Nullable Instant voluntaryAt;

    @Column(name = "context_at")
    private @Nullable Instant contextAt;

    @Column(name = "acknowledged_by_person_id")
    private @Nullable UUID acknowledgedBy;

    @Column(name = "acknowledged_by_organisation_id")
    private @Nullable UUID acknowledgedFor;

    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    @OneToMany(mappedBy = "escalation", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("takenAt, id")
    private List<EscalationStep> steps = new ArrayList<>();

    @OneToMany(mappedBy = "escalation", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("sentAt, id")
    private List<EscalationDocument> documents = new ArrayList<>();

    @SuppressWarnings("NullAway")
    protected Escalation() {}

    /**
     * Opens it. From now on designated authorities read the report.
     *
     * @param by the evaluation that asks for it
     */
    public Escalation(Report of, ReportEvaluation by, Instant now) {
        if (by.level() == EscalationLevel.NONE || !by.report().equals(of.id())) {
            throw new IllegalArgumentException("Nothing is to be escalated of report " + of.id());
        }
        this.id = Ids.next();
        this.report = of.id();
        this.organisation = of.organisation();
        this.agreement = of.agreement();
        this.evaluation = by.id();
        this.level = by.level();
        this.openedAt = now;
        this.circle = Circle.ON_DUTY;
        run(now);
        of.showToAuthority(now);
        step(EscalationStep.Kind.OPENED, Optional.empty(), now);
    }

    /** What its opening is in the trail. */
    public DomainEvent opened() {
        return event("escalation.opened").build();
    }

    /** Whether a later evaluation opens one where the last was stood down: not the same row once more. */
    public static boolean opensAnew(ReportEvaluation later, Optional<ReportEvaluation> stoodDownOn) {
        return later.level() != EscalationLevel.NONE
                && stoodDownOn.filter(later::saysNothingNewAfter).isEmpty();
    }

    /** A later evaluation of the report. A graver one asks anew, a milder one is noted. */
    public Optional<DomainEvent> evaluated(ReportEvaluation later, Instant now) {
        if (!state.isOpen()) {
            throw new IllegalStateException("Stood down: " + id);
        }
        int compared = later.level().compareTo(level);
        if (compared > 0) {
            return Optional.of(heighten(later, now));
        }
        boolean less = compared < 0;
        if (less == isEased()) {
            return Optional.empty();
        }
        easedAt = less ? now : null;
        if (!less) {
            evaluation = later.id();
            return Optional.empty();
        }
        add(new EscalationStep(this, EscalationStep.Kind.EASED, later.level(), Optional.empty(), now));
        return Optional.of(
                event("escalation.eased").with("asked", later.level()).build());
    }

    private DomainEvent heighten(ReportEvaluation later, Instant now) {
        level = later.level();
        evaluation = later.id();
        easedAt = null;
        circle = Circle.ON_DUTY;
        if (EscalationClock.due(level, now).isPresent() && state != EscalationState.WAITING) {
            state.requireBecomes(EscalationState.WAITING, EscalationError.WRONG_STATE);
        }
        run(now);
        acknowledgedBy = null;
        acknowledgedFor = null;
        acknowledgedAt = null;
        step(EscalationStep.Kind.HEIGHTENED, Optional.empty(), now);
        return event("escalation.heightened").build();
    }

    private void run(Instant now) {
        dueAt = EscalationClock.due(level, now).orElse(null);
        state = dueAt == null ? EscalationState.TOLD : EscalationState.WAITING;
        stateAt = now;
        toldAt = EscalationClock.told(level, now);
    }

    /**
     * Puts the report before the authority as it gets to read it: at the opening, and again for every new revision.
     *
     * @return what is kept of it; empty where these very bytes were sent last
     */
    public Optional<EscalationContent> send(byte[] rendering, Vault vault, Instant now) {
        EscalationDocument next =
                new EscalationDocument(this, EscalationDocument.Kind.RENDERING, rendering, Optional.empty(), now);
        Optional<EscalationDocument> last = rendering();
        if (last.filter(each -> each.sha256().equals(next.sha256())).isPresent()) {
            return Optional.empty();
        }
        if (last.isPresent()) {
            step(EscalationStep.Kind.SENT_ANEW, Optional.empty(), now);
        }
        documents.add(next);
        return Optional.of(new EscalationContent(next, rendering, vault));
    }

    /**
     * A duty officer of the authority takes it on.
     *
     * @param readHash of the rendering that was read
     */
    public DomainEvent acknowledge(Actor actor, String readHash, Instant now) {
        Checks.check(EscalationSides.isDutyOfficer(actor, organisation), EscalationError.DUTY_OFFICER_ONLY);
        state.requireBecomes(EscalationState.ACKNOWLEDGED, EscalationError.WRONG_STATE);
        EscalationDocument sent = rendering().orElseThrow(() -> new Refusal(EscalationError.RENDERING_CHANGED));
        Checks.check(sent.sha256().equals(readHash), EscalationError.RENDERING_CHANGED);
        become(EscalationState.ACKNOWLEDGED, now);
        acknowledgedBy = actor.requirePerson();
        acknowledgedFor = actor.organisation().orElseThrow();
        acknowledgedAt = now;
        step(EscalationStep.Kind.ACKNOWLEDGED, Optional.of(actor), now);
        return event("escalation.acknowledged").with("rendering", readHash).build();
    }

    /** Its clock ran out: it is put before a wider circle, with a new clock. */
    public DomainEvent raiseAgain(Instant now) {
        Checks.check(isOverdue(now), EscalationError.NOT_DUE);
        raises++;
        circle = circle.wider();
        dueAt = EscalationClock.again(level, now);
        step(EscalationStep.Kind.RAISED_AGAIN, Optional.empty(), now);
        return event("escalation.raised-again").build();
    }

    /** The institution's people add what the authority should know. Nothing waits for it. */
    public EscalationContent addContext(Actor actor, String text, Vault vault, Instant now) {
        requireOwner(actor);
        String words = Checks.requireText(text, "text", CONTEXT_LIMIT);
        byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
        EscalationDocument added =
                new EscalationDocument(this, EscalationDocument.Kind.CONTEXT, bytes, actor.person(), now);
        documents.add(added);
        contextAt = now;
        step(EscalationStep.Kind.CONTEXT_ADDED, Optional.of(actor), now);
        return new EscalationContent(added, bytes, vault);
    }

    /** What was added last is in the trail. */
    public DomainEvent contextAdded() {
        return event("escalation.context-added")
                .with("document", documents.get(documents.size() - 1).sha256())
                .build();
    }

    /** The institution marks it as given voluntarily, not to be made public. The mark stays. */
    public DomainEvent markVoluntary(Actor actor, Instant now) {
        requireOwner(actor);
        Checks.check(voluntaryAt == null, EscalationError.MARKED_ALREADY);
        voluntaryAt = now;
        step(EscalationStep.Kind.MARKED_VOLUNTARY, Optional.of(actor), now);
        return event("escalation.marked-voluntary").build();
    }

    /** The authority ends it, with the reason. */
    public DomainEvent standDown(Actor actor, String reason, Vault vault, Instant now) {
        Checks.check(EscalationSides.isOfAuthority(actor, organisation), EscalationError.AUTHORITY_ONLY);
        become(EscalationState.STOOD_DOWN, now);
        step(EscalationStep.Kind.STOOD_DOWN, Optional.of(actor), now).because(reason, vault);
        return event("escalation.stood-down").build();
    }

    private void requireOwner(Actor actor) {
        Checks.check(EscalationSides.speaksForOwner(actor, organisation), EscalationError.OWNER_ONLY);
        Checks.check(state.isOpen(), EscalationError.WRONG_STATE, Map.of("state", state, "next", state));
    }

    private void become(EscalationState next, Instant now) {
        state.requireBecomes(next, EscalationError.WRONG_STATE);
        state = next;
        stateAt = now;
        dueAt = null;
    }

    private EscalationStep step(EscalationStep.Kind kind, Optional<Actor> actor, Instant now) {
        return add(new EscalationStep(this, kind, level, actor, now));
    }

    private EscalationStep add(EscalationStep step) {
        steps.add(step);
        return step;
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, KIND, id)
                .with("organisation", organisation)
                .with("agreement", agreement)
                .with("report", report)
                .with("evaluation", evaluation)
                .with("level", level)
                .with("due", dueAt)
                .with("raises", raises)
                .with("circle", circle);
    }

    /** Whether somebody should have acknowledged it by now. */
    public boolean isOverdue(Instant now) {
        return dueAt().filter(due -> !now.isBefore(due)).isPresent();
    }

    /** Whether a later evaluation asks for less than it was opened for. */
    public boolean isEased() {
        return easedAt != null;
    }

    /** The rendering that was sent last. */
    public Optional<EscalationDocument> rendering() {
        return documents.stream()
                .filter(each -> each.kind() == EscalationDocument.Kind.RENDERING)
                .reduce((earlier, later) -> later);
    }

    public UUID id() {
        return id;
    }

    public UUID report() {
        return report;
    }

    /** That owns the report. */
    public UUID organisation() {
        return organisation;
    }

    public UUID agreement() {
        return agreement;
    }

    /** The evaluation that it rests on. */
    public UUID evaluation() {
        return evaluation;
    }

    public EscalationLevel level() {
        return level;
    }

    public EscalationState state() {
        return state;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant stateAt() {
        return stateAt;
    }

    /** From when on it waits for the authority's duty officers; the institution's are told before. */
    public Instant toldAt() {
        return toldAt;
    }

    /** By when somebody has to acknowledge it; empty where nobody has to. */
    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    /** How often its clock ran out. */
    public int raises() {
        return raises;
    }

    public Circle circle() {
        return circle;
    }

    public Optional<Instant> easedAt() {
        return Optional.ofNullable(easedAt);
    }

    /** Since when it is marked as given voluntarily, not to be made public. */
    public Optional<Instant> voluntaryAt() {
        return Optional.ofNullable(voluntaryAt);
    }

    /** When the institution last added to it. */
    public Optional<Instant> contextAt() {
        return Optional.ofNullable(contextAt);
    }

    public Optional<UUID> acknowledgedBy() {
        return Optional.ofNullable(acknowledgedBy);
    }

    public Optional<Instant> acknowledgedAt() {
        return Optional.ofNullable(acknowledgedAt);
    }

    /** Everything that happened, from the opening. */
    public List<EscalationStep> steps() {
        return Collections.unmodifiableList(steps);
    }

    /** Everything that was put before the authority, in order. */
    public List<EscalationDocument> documents() {
        return Collections.unmodifiableList(documents);
    }

    /** That somebody of the authority reads a document; empty for everybody else. */
    public Optional<EscalationReading> read(EscalationDocument document, Actor reader, Instant now) {
        return EscalationSides.isOfAuthority(reader, organisation)
                ? Optional.of(new EscalationReading(document, reader, now))
                : Optional.empty();
    }
}
