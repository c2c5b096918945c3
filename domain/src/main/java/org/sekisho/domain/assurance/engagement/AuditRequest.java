package org.sekisho.domain.assurance.engagement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Judgement;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;

/**
 * One line of an engagement's request list: what the auditors ask an organisation for, and by when. It is answered with evidence,
 * which the auditors accept, or return with a reason so that it is answered again. What was asked by mistake they withdraw, with a
 * reason; it stays to be read. Its passing due date changes nothing by itself.
 */
@Entity
@Table(name = "audit_request")
public class AuditRequest {

    /** The word for it in the trail. */
    public static final String KIND = "audit-request";
    /** The most characters of what is asked for. */
    public static final int ITEM_LIMIT = 1_000;
    /** The most characters of the reason of a withdrawal. */
    public static final int REASON_LIMIT = 1_000;
    /** The most items of evidence that answer one request. */
    public static final int MOST_EVIDENCE = 200;

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

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Enumerated(EnumType.STRING)
    @Column(name = "section", nullable = false)
    private EvidenceSection section;

    @Column(name = "item", nullable = false)
    private String item;

    @Column(name = "period_first", nullable = false)
    private LocalDate periodFirst;

    @Column(name = "period_last", nullable = false)
    private LocalDate periodLast;

    @Column(name = "due", nullable = false)
    private LocalDate due;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private RequestState state;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "audit_request_evidence", joinColumns = @JoinColumn(name = "request_id"))
    private Set<AnsweringEvidence> evidence = new HashSet<>();

    @Column(name = "raised_by_person_id", nullable = false, updatable = false)
    private UUID raisedBy;

    @Column(name = "raised_at", nullable = false, updatable = false)
    private Instant raisedAt;

    @Column(name = "answered_by_person_id")
    private @Nullable UUID answeredBy;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @Embedded
    private Judgement judgement = Judgement.pending();

    @Column(name = "withdrawal_reason", nullable = false)
    private String withdrawalReason = "";

    @SuppressWarnings("NullAway")
    protected AuditRequest() {}

    /**
     * Asks for evidence; by an independent auditor of the engagement.
     *
     * @param number the next free number in the engagement, from 1
     * @param asked what is asked for
     * @param parties to the agreement whose use is audited; none where there is no agreement
     */
    public AuditRequest(Actor actor, Engagement engagement, int number, Asked asked, Set<UUID> parties, Instant now) {
        engagement.requireAuditor(actor, now);
        Checks.check(
                asked.organisation().equals(engagement.terms().responsibleParty())
                        || parties.contains(asked.organisation()),
                AssuranceError.ASKED_UNCONCERNED);
        Checks.check(engagement.terms().sections().contains(asked.section()), AssuranceError.SECTION_OUT_OF_SCOPE);
        Checks.check(engagement.terms().period().overlaps(asked.period()), AssuranceError.PERIOD_OUT_OF_SCOPE);
        Checks.check(!asked.due().isBefore(Days.of(now)), AssuranceError.REQUEST_DUE_PAST);
        this.id = Ids.next();
        this.engagement = engagement.id();
        this.number = number;
        this.organisation = asked.organisation();
        this.section = asked.section();
        this.item = asked.item();
        this.periodFirst = asked.period().first();
        this.periodLast = asked.period().last();
        this.due = asked.due();
        this.state = RequestState.OPEN;
        this.raisedBy = actor.requirePerson();
        this.raisedAt = now;
    }

    /**
     * What is asked for.
     *
     * @param organisation who is asked
     * @param item in words
     * @param period the days that the evidence has to prove
     * @param due the last day to answer on
     */
    public record Asked(UUID organisation, EvidenceSection section, String item, Period period, LocalDate due) {

        public Asked {
            Checks.require(organisation, "organisation");
            Checks.require(section, "section");
            item = Checks.requireText(item, "item", ITEM_LIMIT);
            Checks.require(period, "period");
            Checks.require(due, "due");
        }
    }

    /** What its creation is in the trail. */
    public DomainEvent raised() {
        return event("audit-request.raised")
                .with("number", number)
                .with("organisation", organisation)
                .with("section", section)
                .with("due", due)
                .build();
    }

    /** Answers with evidence; by the organisation that was asked. What answered before and isn't named again no longer does. */
    public DomainEvent answer(Actor actor, Engagement of, Set<UUID> items, Instant now) {
        requireOf(of);
        Checks.check(actor.isOf(organisation), AssuranceError.ANSWER_ONLY_ASKED);
        Checks.check(of.state() != EngagementState.CLOSED, AssuranceError.ENGAGEMENT_CLOSED);
        Checks.check(!items.isEmpty(), AssuranceError.ANSWER_EMPTY);
        Checks.check(items.size() <= MOST_EVIDENCE, AssuranceError.ANSWER_TOO_LARGE, Map.of("limit", MOST_EVIDENCE));
        become(RequestState.ANSWERED);
        evidence.removeIf(answering -> !items.contains(answering.evidence()));
        items.forEach(item -> evidence.add(new AnsweringEvidence(item)));
        answeredBy = actor.requirePerson();
        answeredAt = now;
        return event("audit-request.answered")
                .with("evidence", items.stream().map(UUID::toString).sorted().toList())
                .build();
    }

    /** Accepts the answer; by an independent auditor of the engagement. */
    public DomainEvent accept(Actor actor, Engagement of, Instant now) {
        judge(actor, of, RequestState.ACCEPTED, now);
        judgement = Judgement.acceptance(actor, now);
        return event("audit-request.accepted").build();
    }

    /** Returns the answer with a reason; by an independent auditor of the engagement. */
    public DomainEvent giveBack(Actor actor, Engagement of, String reason, Instant now) {
        Judgement returned = Judgement.giveBack(actor, reason, now);
        judge(actor, of, RequestState.RETURNED, now);
        judgement = returned;
        return event("audit-request.returned")
                .personal("reason", returned.returnReason())
                .build();
    }

    /** Takes it back with a reason, whether it was answered or not; by an independent auditor of the engagement. */
    public DomainEvent withdraw(Actor actor, Engagement of, String reason, Instant now) {
        String words = Checks.requireText(reason, "reason", REASON_LIMIT);
        judge(actor, of, RequestState.WITHDRAWN, now);
        judgement = judgement.takenBack(actor, now);
        withdrawalReason = words;
        return event("audit-request.withdrawn").personal("reason", words).build();
    }

    private void judge(Actor actor, Engagement of, RequestState next, Instant now) {
        requireOf(of);
        of.requireAuditor(actor, now);
        become(next);
    }

    private void become(RequestState next) {
        state.requireBecomes(next, AssuranceError.REQUEST_STATE);
        state = next;
    }

    private void requireOf(Engagement of) {
        if (!of.id().equals(engagement)) {
            throw new IllegalArgumentException("Another engagement's request: " + id);
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

    /** From 1 within the engagement; people say ER-17. */
    public int number() {
        return number;
    }

    /** Who is asked. */
    public UUID organisation() {
        return organisation;
    }

    public EvidenceSection section() {
        return section;
    }

    public String item() {
        return item;
    }

    /** The days that the evidence has to prove. */
    public Period period() {
        return new Period(periodFirst, periodLast);
    }

    /** The last day to answer on. */
    public LocalDate due() {
        return due;
    }

    public RequestState state() {
        return state;
    }

    /** What answers it, by id. */
    public Set<UUID> evidence() {
        return evidence.stream().map(AnsweringEvidence::evidence).collect(Collectors.toUnmodifiableSet());
    }

    public UUID raisedBy() {
        return raisedBy;
    }

    public Instant raisedAt() {
        return raisedAt;
    }

    public Optional<UUID> answeredBy() {
        return Optional.ofNullable(answeredBy);
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }

    /** What was decided about the last answer that somebody judged, or who withdrew the request. */
    public Judgement judgement() {
        return judgement;
    }

    /** Why it was withdrawn; empty otherwise. */
    public String withdrawalReason() {
        return withdrawalReason;
    }
}
