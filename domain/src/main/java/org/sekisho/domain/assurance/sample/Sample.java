package org.sekisho.domain.assurance.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.proof.pack.PackSamples;
import org.sekisho.proof.sample.Draw;
import org.sekisho.proof.sample.PopulationItem;
import org.sekisho.proof.sample.PopulationList;
import org.sekisho.proof.sample.SampleSeed;

/**
 * A sample of an audit. An auditor freezes a population, of which the trail keeps the hash. The first checkpoint that covers that event is
 * the seed: nobody knew it when the population was frozen, and nobody chooses it. A judgemental sample has no seed; its auditors pick,
 * each item with a reason. Nothing that was frozen or drawn changes; a sample that turns out wrong stays, and another one is taken.
 */
@Entity
@Table(name = "audit_sample")
public class Sample {

    /** The word for it in the trail. */
    public static final String KIND = PackSamples.SUBJECT;
    /** The act whose event the seed has to cover. */
    public static final String FREEZING = PackSamples.FREEZING;
    /** The most characters of what it is taken for. */
    public static final int PURPOSE_LIMIT = 1_000;
    /** The most records of a population. */
    public static final int MOST_RECORDS = 200_000;
    /** The most items of a sample: each is tested by people. */
    public static final int MOST_ITEMS = 500;

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "engagement_id", nullable = false, updatable = false)
    private UUID engagement;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Column(name = "purpose", nullable = false, updatable = false)
    private String purpose;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private PopulationKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "method", nullable = false, updatable = false)
    private SamplingMethod method;

    @Column(name = "period_first", nullable = false, updatable = false)
    private LocalDate periodFirst;

    @Column(name = "period_last", nullable = false, updatable = false)
    private LocalDate periodLast;

    @Column(name = "size", nullable = false, updatable = false)
    private int size;

    @Column(name = "records", nullable = false, updatable = false)
    private int records;

    @Column(name = "counted", nullable = false, updatable = false)
    private long counted;

    @Column(name = "population_sha256", nullable = false, updatable = false)
    private String populationSha256;

    @Column(name = "frozen_by_person_id", nullable = false, updatable = false)
    private UUID frozenBy;

    @Column(name = "frozen_at", nullable = false, updatable = false)
    private Instant frozenAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private SampleState state;

    @Column(name = "seed_size")
    private @Nullable Long seedSize;

    @Column(name = "seed_sha256")
    private @Nullable String seedSha256;

    @Column(name = "seed_note")
    private byte @Nullable [] seedNote;

    @Column(name = "drawn_at")
    private @Nullable Instant drawnAt;

    @SuppressWarnings("NullAway")
    protected Sample() {}

    /**
     * Freezes a population to take a sample from; by an independent auditor of the engagement, in fieldwork.
     *
     * @param number the next free number in the engagement, from 1
     * @param population what the database listed, and how many it counted by another path; a difference stays to be seen
     */
    public Sample(
            Actor actor,
            Engagement engagement,
            int number,
            Wanted wanted,
            Populations.Counted population,
            Instant now) {
        requireSampling(actor, engagement, wanted, now);
        PopulationList list = population.list();
        Checks.check(!list.items().isEmpty(), AssuranceError.POPULATION_EMPTY);
        Checks.check(
                list.items().size() <= MOST_RECORDS,
                AssuranceError.POPULATION_TOO_LARGE,
                Map.of("limit", MOST_RECORDS));
        requireSize(wanted, list);
        this.id = Ids.next();
        this.engagement = engagement.id();
        this.number = number;
        this.purpose = wanted.purpose();
        this.kind = wanted.kind();
        this.method = wanted.method();
        this.periodFirst = wanted.period().first();
        this.periodLast = wanted.period().last();
        this.size = wanted.size();
        this.records = list.items().size();
        this.counted = population.counted();
        this.populationSha256 = list.sha256();
        this.frozenBy = actor.requirePerson();
        this.frozenAt = now;
        this.state = method.isDrawn() ? SampleState.AWAITING_SEED : SampleState.SELECTED;
    }

    /**
     * What is wanted.
     *
     * @param purpose what the sample is taken for, in words
     * @param period the days that the records are about
     * @param size how many items to draw; 0 where they are picked
     */
    public record Wanted(String purpose, PopulationKind kind, SamplingMethod method, Period period, int size) {

        public Wanted {
            purpose = Checks.requireText(purpose, "purpose", PURPOSE_LIMIT);
            Checks.require(kind, "kind");
            Checks.require(method, "method");
            Checks.require(period, "period");
            if (method.isDrawn()) {
                Checks.check(
                        size >= 1 && size <= MOST_ITEMS,
                        AssuranceError.SAMPLE_SIZE,
                        Map.of("least", 1, "most", MOST_ITEMS));
            } else {
                size = 0;
            }
        }
    }

    /** Refuses whoever may not take such a sample; to be asked before anything is read for it. */
    public static void requireSampling(Actor actor, Engagement engagement, Wanted wanted, Instant now) {
        requireFieldwork(actor, engagement, now);
        Checks.check(wanted.kind().isWithin(engagement.terms().sections()), AssuranceError.SECTION_OUT_OF_SCOPE);
        Checks.check(
                engagement
                        .terms()
                        .period()
                        .intersection(wanted.period())
                        .filter(wanted.period()::equals)
                        .isPresent(),
                AssuranceError.SAMPLE_PERIOD_OUTSIDE);
    }

    private static void requireFieldwork(Actor actor, Engagement engagement, Instant now) {
        engagement.requireAuditor(actor, now);
        Checks.check(engagement.state() == EngagementState.FIELDWORK, AssuranceError.SAMPLE_ONLY_IN_FIELDWORK);
    }

    private static void requireSize(Wanted wanted, PopulationList list) {
        if (!wanted.method().isDrawn()) {
            return;
        }
        int least = wanted.method() == SamplingMethod.STRATIFIED ? list.strata().size() : 1;
        int most = Math.min(list.items().size(), MOST_ITEMS);
        Checks.check(
                wanted.size() >= least && wanted.size() <= most,
                AssuranceError.SAMPLE_SIZE,
                Map.of("least", least, "most", most));
    }

    /** What its freezing is in the trail: from then on the population can't be another one unnoticed. */
    public DomainEvent frozen() {
        return event("sample.population-frozen")
                .with("number", number)
                .with("population", kind)
                .with("method", method)
                .with("periodFirst", periodFirst)
                .with("periodLast", periodLast)
                .with("size", size)
                .with("records", records)
                .with("counted", counted)
                .with(PackSamples.FROZEN_SHA256, populationSha256)
                .build();
    }

    /**
     * Draws the items; by an independent auditor of the engagement.
     *
     * @param population as it is kept; it has to be the one that was frozen
     * @param seed the first checkpoint that covers the freezing
     */
    public Drawn draw(
            Actor actor, Engagement of, PopulationList population, Optional<SignedCheckpoint> seed, Instant now) {
        requireOf(of);
        of.requireAuditor(actor, now);
        state.requireBecomes(SampleState.SELECTED, AssuranceError.SAMPLE_STATE);
        SignedCheckpoint checkpoint = seed.orElseThrow(() -> new Refusal(AssuranceError.SAMPLE_AWAITS_SEED));
        Checks.check(population.sha256().equals(populationSha256), AssuranceError.POPULATION_CHANGED);
        byte[] key = SampleSeed.of(checkpoint.checkpoint());
        List<PopulationItem> drawn = method == SamplingMethod.STRATIFIED
                ? Draw.stratified(key, id.toString(), population, size)
                : Draw.random(key, id.toString(), population, size);
        List<SampleItem> items = new ArrayList<>();
        for (PopulationItem item : drawn) {
            items.add(new SampleItem(this, items.size() + 1, item, ""));
        }
        state = SampleState.SELECTED;
        seedSize = checkpoint.checkpoint().size();
        seedSha256 = SampleSeed.hex(key);
        seedNote = checkpoint.note().clone();
        drawnAt = now;
        DomainEvent event = event("sample.drawn")
                .with("number", number)
                .with("seed", seedSha256)
                .with("checkpoint", seedSize)
                .with("items", items.size())
                .with("itemsSha256", PopulationList.of(drawn).sha256())
                .build();
        return new Drawn(List.copyOf(items), event);
    }

    /** What a draw gives. */
    public record Drawn(List<SampleItem> items, DomainEvent event) {}

    /**
     * Takes an item into a judgemental sample; by an independent auditor of the engagement, in fieldwork.
     *
     * @param position the next free one, from 1
     * @param reason why this item; it has to be there
     */
    public SampleItem pick(Actor actor, Engagement of, PopulationItem item, int position, String reason, Instant now) {
        requireOf(of);
        requireFieldwork(actor, of, now);
        Checks.check(!method.isDrawn(), AssuranceError.SAMPLE_NOT_JUDGEMENTAL);
        Checks.check(position <= MOST_ITEMS, AssuranceError.SAMPLE_SIZE, Map.of("least", 1, "most", MOST_ITEMS));
        return new SampleItem(this, position, item, Checks.requireText(reason, "reason", SampleItem.REASON_LIMIT));
    }

    /** What taking an item is in the trail. Which record it is, and why it was taken, stays in the working papers. */
    public DomainEvent picked(SampleItem item) {
        return event("sample.item-picked")
                .with("number", number)
                .with("position", item.position())
                .build();
    }

    void requireOf(Engagement of) {
        if (!of.id().equals(engagement)) {
            throw new IllegalArgumentException("Another engagement's sample: " + id);
        }
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, KIND, id).with("engagement", engagement);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int rowVersion() {
        return rowVersion;
    }

    public UUID engagement() {
        return engagement;
    }

    /** From 1 within the engagement; people say SA-3. */
    public int number() {
        return number;
    }

    public String purpose() {
        return purpose;
    }

    public PopulationKind kind() {
        return kind;
    }

    public SamplingMethod method() {
        return method;
    }

    /** The days that the records are about. */
    public Period period() {
        return new Period(periodFirst, periodLast);
    }

    /** How many items are drawn; 0 where they are picked. */
    public int size() {
        return size;
    }

    /** How many records the population holds. */
    public int records() {
        return records;
    }

    /** How many there are by the other path. */
    public long counted() {
        return counted;
    }

    /** Of the canonical list. */
    public String populationSha256() {
        return populationSha256;
    }

    public UUID frozenBy() {
        return frozenBy;
    }

    public Instant frozenAt() {
        return frozenAt;
    }

    public SampleState state() {
        return state;
    }

    /** The size of the checkpoint that is the seed. */
    public OptionalLong seedSize() {
        return seedSize == null ? OptionalLong.empty() : OptionalLong.of(seedSize);
    }

    /** The seed in hexadecimal. */
    public Optional<String> seedSha256() {
        return Optional.ofNullable(seedSha256);
    }

    /** The signed note of that checkpoint. */
    public Optional<byte[]> seedNote() {
        return Optional.ofNullable(seedNote).map(byte[]::clone);
    }

    public Optional<Instant> drawnAt() {
        return Optional.ofNullable(drawnAt);
    }
}
