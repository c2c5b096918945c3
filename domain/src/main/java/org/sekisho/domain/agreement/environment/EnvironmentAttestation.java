package org.sekisho.domain.agreement.environment;

import static org.sekisho.domain.shared.Checks.check;
import static org.sekisho.domain.shared.Checks.require;
import static org.sekisho.domain.shared.Checks.requireText;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.EnvironmentsClause;
import org.sekisho.domain.agreement.clause.EnvironmentsClause.ApprovedEnvironment;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;

/**
 * That an environment of the agreement was found sound: by whom, by which document, from when, until when. Proposed by a party,
 * approved by the coordinator or an authority who neither proposed nor attested it, and withdrawn when it is in doubt. What was
 * proposed is never edited, so an approval covers exactly it; a renewal is a new attestation.
 */
@Entity
@Table(name = "environment_attestation")
public class EnvironmentAttestation {

    /** The most characters of a document's reference. */
    public static final int REFERENCE_LIMIT = 300;

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 1_000;

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "agreement_id", nullable = false, updatable = false)
    private UUID agreement;

    @Column(name = "environment_code", nullable = false, updatable = false)
    private String environment;

    @Column(name = "attested_by_organisation_id", nullable = false, updatable = false)
    private UUID attestedBy;

    @Column(name = "document_reference", nullable = false, updatable = false)
    private String documentReference;

    @Column(name = "document_hash", updatable = false)
    private @Nullable String documentHash;

    @Column(name = "first_day", nullable = false, updatable = false)
    private LocalDate firstDay;

    @Column(name = "valid_until", nullable = false, updatable = false)
    private LocalDate validUntil;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private AttestationState state;

    @Column(name = "proposed_by_person_id", nullable = false, updatable = false)
    private UUID proposedBy;

    @Column(name = "proposed_by_organisation_id", nullable = false, updatable = false)
    private UUID proposingOrganisation;

    @Column(name = "proposed_at", nullable = false, updatable = false)
    private Instant proposedAt;

    @Column(name = "decided_by_person_id")
    private @Nullable UUID decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "withdrawn_by_person_id")
    private @Nullable UUID withdrawnBy;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "reason", nullable = false)
    private String reason;

    @SuppressWarnings("NullAway")
    protected EnvironmentAttestation() {}

    /**
     * Proposes an attestation.
     *
     * @param actor somebody of a party to the agreement, or the coordinator
     * @param clause the environments clause that governs
     * @throws Refusal with an {@link EnvironmentError}
     */
    public EnvironmentAttestation(
            Actor actor,
            UUID agreement,
            Set<UUID> parties,
            EnvironmentsClause clause,
            String environment,
            Attestation attestation,
            Instant now) {
        this.id = Ids.next();
        this.agreement = require(agreement, "agreement");
        this.environment = require(environment, "environment");
        this.attestedBy = require(attestation.attestedBy(), "attestedBy");
        this.documentReference = requireText(attestation.documentReference(), "documentReference", REFERENCE_LIMIT);
        this.documentHash = attestation
                .documentHash()
                .map(EnvironmentAttestation::checkedHash)
                .orElse(null);
        this.firstDay = require(attestation.firstDay(), "firstDay");
        this.validUntil = require(attestation.validUntil(), "validUntil");
        this.state = AttestationState.PROPOSED;
        this.proposedBy = actor.requirePerson();
        this.proposingOrganisation = require(actor.organisation().orElse(null), "organisation");
        this.proposedAt = now;
        this.reason = "";
        AttestationRules.requireProposer(actor, parties);
        ApprovedEnvironment named = clause.find(environment)
                .orElseThrow(() -> Refusal.of(EnvironmentError.NOT_IN_CLAUSE, "environment", environment));
        AttestationRules.requireFits(attestation, named);
        checkNotOver(now);
    }

    /** That the attestation was proposed, for the trail. */
    public DomainEvent proposed() {
        return event("environment.proposed")
                .with("environment", environment)
                .with("attestedBy", attestedBy)
                .with("document", documentHash)
                .with("first", firstDay)
                .with("until", validUntil)
                .build();
    }

    /** The coordinator, or an authority's reviewer, approves. */
    public DomainEvent approve(Actor actor, Instant now) {
        state.requireBecomes(AttestationState.APPROVED, EnvironmentError.WRONG_STATE);
        AttestationRules.requireApprover(actor, this);
        checkNotOver(now);
        decide(AttestationState.APPROVED, actor, "", now);
        return event("environment.approved").build();
    }

    /** The coordinator, or an authority's reviewer, refuses it. */
    public DomainEvent decline(Actor actor, String why, Instant now) {
        state.requireBecomes(AttestationState.DECLINED, EnvironmentError.WRONG_STATE);
        AttestationRules.requireApprover(actor, this);
        String words = requireText(why, "reason", REASON_LIMIT);
        decide(AttestationState.DECLINED, actor, words, now);
        return event("environment.declined").personal("reason", words).build();
    }

    /**
     * Takes the attestation back at once. One person is enough, because it only takes away: of the organisation that proposed or
     * attested it, of an authority, or the coordinator.
     */
    public DomainEvent withdraw(Actor actor, String why, Instant now) {
        state.requireBecomes(AttestationState.WITHDRAWN, EnvironmentError.WRONG_STATE);
        AttestationRules.requireWithdrawer(actor, this);
        String words = requireText(why, "reason", REASON_LIMIT);
        state = AttestationState.WITHDRAWN;
        withdrawnBy = actor.requirePerson();
        withdrawnAt = now;
        reason = words;
        return event("environment.withdrawn").personal("reason", words).build();
    }

    /** Whether the attestation counts at this instant. */
    public boolean isCurrent(Instant at) {
        return state == AttestationState.APPROVED && Days.within(Days.of(at), firstDay, validUntil);
    }

    private void decide(AttestationState next, Actor actor, String words, Instant now) {
        state = next;
        decidedBy = actor.requirePerson();
        decidedAt = now;
        reason = words;
    }

    private void checkNotOver(Instant now) {
        check(!validUntil.isBefore(Days.of(now)), EnvironmentError.OVER);
    }

    private static String checkedHash(String hash) {
        String digits = hash.strip().toLowerCase(Locale.ROOT);
        check(SHA_256.matcher(digits).matches(), EnvironmentError.HASH_MALFORMED);
        return digits;
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, "attestation", id).with("agreement", agreement);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int version() {
        return version;
    }

    public UUID agreement() {
        return agreement;
    }

    /** The code by which the environments clause names the environment. */
    public String environment() {
        return environment;
    }

    public UUID attestedBy() {
        return attestedBy;
    }

    public String documentReference() {
        return documentReference;
    }

    /** SHA-256 in hexadecimal. */
    public Optional<String> documentHash() {
        return Optional.ofNullable(documentHash);
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public LocalDate validUntil() {
        return validUntil;
    }

    public AttestationState state() {
        return state;
    }

    public UUID proposedBy() {
        return proposedBy;
    }

    public UUID proposingOrganisation() {
        return proposingOrganisation;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    /** Who approved or declined. */
    public Optional<UUID> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public Optional<UUID> withdrawnBy() {
        return Optional.ofNullable(withdrawnBy);
    }

    public Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }

    /** Why it was declined or withdrawn; empty before. */
    public String reason() {
        return reason;
    }
}
