package org.sekisho.domain.agreement;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/**
 * An agreement on the use of the model: one organisation receives access, the provider gives it, the secretariat coordinates, others
 * may accede. It lives in versions. Before one governs it shows the state of its newest; from then on it is in force, suspended,
 * expired or terminated. Every change of state is an act, and no act is ever taken to have happened because nobody did anything.
 *
 * <p>It is the root of its versions, parties and suspensions: whoever changes any of them locks the agreement first.
 */
@Entity
@Table(name = "agreement")
public class Agreement {

    /** The most characters of a title in one language. */
    public static final int TITLE_LIMIT = 200;
    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 1_000;

    private static final Pattern NUMBER = Pattern.compile("AGR-[0-9]{4}-[0-9]{4,6}");

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "number", nullable = false, updatable = false)
    private String number;

    @Column(name = "title_en", nullable = false)
    private String titleEn;

    @Column(name = "title_ja", nullable = false)
    private String titleJa;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private AgreementState state;

    @Column(name = "drafted_by_person_id", nullable = false, updatable = false)
    private UUID draftedBy;

    @Column(name = "drafted_at", nullable = false, updatable = false)
    private Instant draftedAt;

    @Column(name = "ended_by_person_id")
    private @Nullable UUID endedBy;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "end_reason", nullable = false)
    private String endReason;

    @OneToMany(mappedBy = "agreement", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("position")
    private List<AgreementParty> parties = new ArrayList<>();

    @OneToMany(mappedBy = "agreement", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("number")
    private List<AgreementVersion> versions = new ArrayList<>();

    @OneToMany(mappedBy = "agreement", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @OrderBy("beganAt, id")
    private List<Suspension> suspensions = new ArrayList<>();

    @SuppressWarnings("NullAway")
    protected Agreement() {}

    /**
     * Begins an agreement, with an empty first version to draft.
     *
     * @param actor the coordinator of the secretariat among the parties
     * @param number {@code AGR-2026-0004}; nobody else has it
     * @param parties one that receives, one provider, one secretariat, and whoever accedes from the start, in the document's order
     * @throws Refusal with an {@link AgreementError}
     */
    public Agreement(Actor actor, String number, Words title, List<NewParty> parties, Instant now) {
        this.id = Ids.next();
        Checks.check(NUMBER.matcher(number).matches(), AgreementError.NUMBER_MALFORMED);
        this.number = number;
        title.atMost(TITLE_LIMIT, "title");
        this.titleEn = title.en();
        this.titleJa = title.ja();
        this.state = AgreementState.DRAFT;
        this.endReason = "";
        parties().begin(parties);
        PartyRules.requireCoordinator(this, actor);
        this.draftedBy = actor.requirePerson();
        this.draftedAt = now;
        versions.add(new AgreementVersion(this, 1, null, List.of(), now));
    }

    /** That the agreement was begun, for the trail. */
    public DomainEvent drafted() {
        return event("agreement.drafted")
                .with("number", number)
                .with(
                        "parties",
                        parties.stream()
                                .map(party -> party.organisation().toString())
                                .toList())
                .build();
    }

    /** Gives the agreement another title, while nothing governs under the present one and the newest version is a draft. */
    public DomainEvent retitle(Actor actor, Words title) {
        PartyRules.requireCoordinator(this, actor);
        requireState(AgreementState.DRAFT);
        title.atMost(TITLE_LIMIT, "title");
        titleEn = title.en();
        titleJa = title.ja();
        return event("agreement.retitled").build();
    }

    /** The next round: a new version with every accepted proposal in it, to be drafted further and opened again. */
    public DomainEvent nextRound(Actor actor, Instant now) {
        PartyRules.requireCoordinator(this, actor);
        AgreementVersion round = latest();
        round.negotiation().requireSettled(now);
        List<Clause> outcome = round.negotiation().outcome();
        round.supersede(now);
        return begin(round.number(), outcome, now);
    }

    /**
     * A new version beside the one that governs, or after one that was given up. What governs goes on governing until the new one does.
     *
     * @param basedOn the number of the version whose clauses it begins with
     */
    public DomainEvent amend(Actor actor, int basedOn, Instant now) {
        PartyRules.requireCoordinator(this, actor);
        Checks.check(
                !state.next().isEmpty(),
                AgreementError.WRONG_STATE,
                Map.of("state", state.name(), "next", AgreementState.DRAFT));
        VersionState newest = latest().state();
        Checks.check(
                newest == VersionState.GOVERNING || newest == VersionState.WITHDRAWN,
                AgreementError.VERSION_IN_PREPARATION,
                Map.of("version", latest().number()));
        return begin(basedOn, requireVersion(basedOn).clauses(), now);
    }

    private DomainEvent begin(int basedOn, List<Clause> clauses, Instant now) {
        versions.add(new AgreementVersion(this, latest().number() + 1, basedOn, clauses, now));
        follow();
        return latest().event("agreement.version-drafted")
                .with("based-on", basedOn)
                .build();
    }

    /** Its parties, and who joins and leaves. */
    public Parties parties() {
        return new Parties(this, parties);
    }

    /** Suspension, resumption and end. */
    public Standing standing() {
        return new Standing(this);
    }

    void add(Suspension suspension) {
        suspensions.add(suspension);
    }

    void end(@Nullable UUID who, String reason, Instant now) {
        endedBy = who;
        endedAt = now;
        endReason = reason;
        if (latest().state().canBecome(VersionState.WITHDRAWN)) {
            latest().giveUp(reason, now);
        }
    }

    void governedBy(AgreementVersion signed, Instant now) {
        governing().ifPresent(earlier -> earlier.supersede(now));
        signed.govern(now);
        standing().succeeded(now);
    }

    /** Shows the newest version's state, as long as none has governed. */
    void follow() {
        if (!state.hasGoverningVersion()) {
            moveTo(AgreementState.before(latest().state()));
        }
    }

    void moveTo(AgreementState next) {
        state.requireBecomes(next, AgreementError.WRONG_STATE);
        state = next;
    }

    private void requireState(AgreementState needed) {
        Checks.check(state == needed, AgreementError.WRONG_STATE, Map.of("state", state.name(), "next", needed.name()));
    }

    DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, "agreement", id);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int version() {
        return version;
    }

    /** The number by which people call it: {@code AGR-2026-0004}. */
    public String number() {
        return number;
    }

    public Words title() {
        return new Words(titleEn, titleJa);
    }

    public AgreementState state() {
        return state;
    }

    public UUID draftedBy() {
        return draftedBy;
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    /** Every version, the oldest first. */
    public List<AgreementVersion> versions() {
        return Collections.unmodifiableList(versions);
    }

    /** The newest version. */
    public AgreementVersion latest() {
        return versions.get(versions.size() - 1);
    }

    /** The version that governs, or governed last. */
    public Optional<AgreementVersion> governing() {
        return versions.stream()
                .filter(each -> each.state() == VersionState.GOVERNING)
                .findFirst();
    }

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    public AgreementVersion requireVersion(int versionNumber) {
        return versions.stream()
                .filter(each -> each.number() == versionNumber)
                .findFirst()
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** The version that says who the parties are. */
    AgreementVersion governingOrLatest() {
        return governing().orElseGet(this::latest);
    }

    public List<Suspension> suspensions() {
        return Collections.unmodifiableList(suspensions);
    }

    /** When it was terminated, or found expired. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Who terminated it. */
    public Optional<UUID> endedBy() {
        return Optional.ofNullable(endedBy);
    }

    public String endReason() {
        return endReason;
    }
}
