package org.sekisho.domain.assurance.evidence;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Judgement;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.AuditorScope;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;

/**
 * One file that proves something, for the days that it proves, which are not the day on which it arrived. It belongs to one
 * engagement, or to an agreement and then serves every engagement of it. Received, an auditor accepts or returns it, or the
 * organisation takes it back first; its bytes never change. Title and content stand apart, sealed: {@link EvidenceContent}.
 */
@Entity
@Table(name = "evidence_item")
public class EvidenceItem {

    /** The word for it in the trail. */
    public static final String KIND = "evidence";
    /** The most characters of a title, before it is sealed. */
    public static final int TITLE_LIMIT = 200;

    /** A control's id in a catalogue: an OSCAL token. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._-]{0,63}");

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "agreement_id", updatable = false)
    private @Nullable UUID agreement;

    @Column(name = "engagement_id", updatable = false)
    private @Nullable UUID engagement;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Enumerated(EnumType.STRING)
    @Column(name = "section", nullable = false, updatable = false)
    private EvidenceSection section;

    @Column(name = "control", nullable = false, updatable = false)
    private String control;

    @Enumerated(EnumType.STRING)
    @Column(name = "origin", nullable = false, updatable = false)
    private Origin origin;

    @Enumerated(EnumType.STRING)
    @Column(name = "label", nullable = false, updatable = false)
    private Tlp label;

    @Enumerated(EnumType.STRING)
    @Column(name = "file_type", nullable = false, updatable = false)
    private FileType type;

    @Column(name = "size", nullable = false, updatable = false)
    private long size;

    @Column(name = "sha256", nullable = false, updatable = false)
    private String sha256;

    @Column(name = "crc32", nullable = false, updatable = false)
    private long crc32;

    @Column(name = "proves_first", nullable = false, updatable = false)
    private LocalDate provesFirst;

    @Column(name = "proves_last", nullable = false, updatable = false)
    private LocalDate provesLast;

    @Column(name = "arrived_at", nullable = false, updatable = false)
    private Instant arrivedAt;

    @Column(name = "uploaded_by_person_id", updatable = false)
    private @Nullable UUID uploadedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private EvidenceState state;

    @Embedded
    private Judgement judgement = Judgement.pending();

    @SuppressWarnings("NullAway")
    protected EvidenceItem() {}

    private EvidenceItem(
            UUID id,
            Actor actor,
            Optional<UUID> agreement,
            Optional<UUID> engagement,
            Claim claim,
            CheckedContent content,
            Instant now) {
        Checks.check(actor.isSystem() || actor.isOf(claim.organisation()), AssuranceError.EVIDENCE_ONLY_OWN);
        Checks.check(!claim.proves().last().isAfter(Days.of(now)), AssuranceError.EVIDENCE_OF_FUTURE);
        this.id = id;
        this.agreement = agreement.orElse(null);
        this.engagement = engagement.orElse(null);
        this.organisation = claim.organisation();
        this.section = claim.section();
        this.control = claim.control();
        this.origin = actor.isSystem() ? Origin.SYSTEM : Origin.UPLOADED;
        this.label = claim.label();
        this.type = content.type();
        this.size = content.size();
        this.sha256 = content.sha256();
        this.crc32 = content.crc32();
        this.provesFirst = claim.proves().first();
        this.provesLast = claim.proves().last();
        this.arrivedAt = now;
        this.uploadedBy = actor.person().orElse(null);
        this.state = EvidenceState.RECEIVED;
    }

    /**
     * What a file is said to prove.
     *
     * @param organisation whose evidence it is
     * @param control the control in a catalogue; empty for the section as a whole
     * @param proves the days that it proves, none of them in the future
     * @param label how far it may be shared
     */
    public record Claim(UUID organisation, EvidenceSection section, String control, Period proves, Tlp label) {

        public Claim {
            Checks.require(organisation, "organisation");
            Checks.require(section, "section");
            Checks.check(
                    control.isEmpty() || CONTROL.matcher(control).matches(),
                    AssuranceError.CONTROL_MALFORMED,
                    Map.of("value", control));
            Checks.require(proves, "proves");
            Checks.require(label, "label");
        }
    }

    /** Takes in evidence for one engagement that isn't closed; within its scope, and of some day of its period. */
    public static EvidenceItem receive(
            Actor actor, Engagement engagement, Claim claim, CheckedContent content, Instant now) {
        return receive(Ids.next(), actor, engagement, claim, content, now);
    }

    /**
     * The same, under an id that was given out before the file was read: its bytes are sealed for it while they arrive.
     *
     * @param id from {@link Ids#next}
     */
    public static EvidenceItem receive(
            UUID id, Actor actor, Engagement engagement, Claim claim, CheckedContent content, Instant now) {
        requireFits(engagement, claim);
        return new EvidenceItem(id, actor, engagement.agreement(), Optional.of(engagement.id()), claim, content, now);
    }

    /** Refuses what the engagement wouldn't take in, before its bytes are read. */
    public static void requireFits(Engagement engagement, Claim claim) {
        Checks.check(engagement.state() != EngagementState.CLOSED, AssuranceError.ENGAGEMENT_CLOSED);
        Checks.check(engagement.terms().sections().contains(claim.section()), AssuranceError.SECTION_OUT_OF_SCOPE);
        Checks.check(engagement.terms().period().overlaps(claim.proves()), AssuranceError.PERIOD_OUT_OF_SCOPE);
    }

    /** Takes in evidence for an agreement: whichever engagements look at its section and days find it. */
    public static EvidenceItem receive(Actor actor, UUID agreement, Claim claim, CheckedContent content, Instant now) {
        return new EvidenceItem(Ids.next(), actor, Optional.of(agreement), Optional.empty(), claim, content, now);
    }

    /** What its arrival is in the trail. */
    public DomainEvent received() {
        return event("evidence.received")
                .with("agreement", agreement)
                .with("organisation", organisation)
                .with("section", section)
                .with("origin", origin)
                .with("label", label)
                .with("type", type)
                .with("size", size)
                .with("sha256", sha256)
                .with("provesFirst", provesFirst)
                .with("provesLast", provesLast)
                .build();
    }

    /** Accepts it as proof; by an independent auditor of the engagement. */
    public DomainEvent accept(Actor actor, Engagement by, Instant now) {
        judge(actor, by, EvidenceState.ACCEPTED, now);
        judgement = Judgement.acceptance(actor, now);
        return event("evidence.accepted").with("judgedIn", by.id()).build();
    }

    /** Returns it with a reason; by an independent auditor of the engagement. */
    public DomainEvent giveBack(Actor actor, Engagement by, String reason, Instant now) {
        Judgement returned = Judgement.giveBack(actor, reason, now);
        judge(actor, by, EvidenceState.RETURNED, now);
        judgement = returned;
        return event("evidence.returned")
                .with("judgedIn", by.id())
                .personal("reason", returned.returnReason())
                .build();
    }

    /** Takes it back; by the organisation whose evidence it is, before an auditor judged it. */
    public DomainEvent withdraw(Actor actor) {
        Checks.check(actor.isOf(organisation), AssuranceError.EVIDENCE_ONLY_OWN);
        become(EvidenceState.WITHDRAWN);
        return event("evidence.withdrawn").build();
    }

    private void judge(Actor actor, Engagement by, EvidenceState next, Instant now) {
        boolean its = engagement().map(by.id()::equals).orElse(agreement().equals(by.agreement()));
        if (!its) {
            throw new IllegalArgumentException("Another engagement's evidence: " + id);
        }
        AuditorScope.decide(actor, by, section, proves(), now).requirePermitted();
        become(next);
    }

    private void become(EvidenceState next) {
        state.requireBecomes(next, AssuranceError.EVIDENCE_STATE);
        state = next;
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

    public Optional<UUID> agreement() {
        return Optional.ofNullable(agreement);
    }

    /** The one engagement that it is for; empty when it is for every one of the agreement. */
    public Optional<UUID> engagement() {
        return Optional.ofNullable(engagement);
    }

    /** Whose evidence it is, and under whose key it is sealed. */
    public UUID organisation() {
        return organisation;
    }

    public EvidenceSection section() {
        return section;
    }

    /** The control in a catalogue; empty for the section as a whole. */
    public String control() {
        return control;
    }

    public Origin origin() {
        return origin;
    }

    public Tlp label() {
        return label;
    }

    /** What is known of the plaintext. */
    public CheckedContent content() {
        return new CheckedContent(type, size, sha256, crc32);
    }

    /** The days that it proves. */
    public Period proves() {
        return new Period(provesFirst, provesLast);
    }

    public Instant arrivedAt() {
        return arrivedAt;
    }

    /** Empty when the system took it from its own records. */
    public Optional<UUID> uploadedBy() {
        return Optional.ofNullable(uploadedBy);
    }

    public EvidenceState state() {
        return state;
    }

    public Judgement judgement() {
        return judgement;
    }
}
