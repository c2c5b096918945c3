package org.sekisho.domain.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Ids;

/** One party's signature on the hash of one content: who signed, when, and how that person was known. */
@Entity
@Table(name = "agreement_signature")
public class Signature {

    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "agreement_version_id", nullable = false, updatable = false)
    private AgreementVersion agreementVersion;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "person_id", updatable = false)
    private @Nullable UUID person;

    @Column(name = "signer_name", nullable = false, updatable = false)
    private String signerName;

    @Column(name = "signing_authority_id", nullable = false, updatable = false)
    private UUID authority;

    @Column(name = "content_hash", nullable = false, updatable = false)
    private String contentHash;

    @Enumerated(EnumType.STRING)
    @Column(name = "method", nullable = false, updatable = false)
    private SignatureMethod method;

    @Column(name = "signed_on", nullable = false, updatable = false)
    private LocalDate signedOn;

    @Column(name = "recorded_by_person_id", nullable = false, updatable = false)
    private UUID recordedBy;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private SignatureState state;

    @Column(name = "file_hash", updatable = false)
    private @Nullable String fileHash;

    @Column(name = "file_name", updatable = false)
    private @Nullable String fileName;

    @Column(name = "coordinator_person_id")
    private @Nullable UUID coordinator;

    @Column(name = "coordinator_confirmed_at")
    private @Nullable Instant coordinatorConfirmedAt;

    @Column(name = "party_person_id")
    private @Nullable UUID partyPerson;

    @Column(name = "party_confirmed_at")
    private @Nullable Instant partyConfirmedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "end_reason", nullable = false)
    private String endReason;

    @SuppressWarnings("NullAway")
    protected Signature() {}

    private Signature(
            AgreementVersion agreementVersion,
            SigningAuthority authority,
            SignatureMethod method,
            String contentHash,
            UUID recordedBy,
            Instant now) {
        this.id = Ids.next();
        this.agreementVersion = agreementVersion;
        this.organisation = authority.organisation();
        this.person = authority.person().orElse(null);
        this.signerName = authority.holderName();
        this.authority = authority.id();
        this.contentHash = contentHash;
        this.method = method;
        this.signedOn = Days.of(now);
        this.recordedBy = recordedBy;
        this.recordedAt = now;
        this.state = SignatureState.IN_EFFECT;
        this.endReason = "";
    }

    /** Made in the portal, by the holder of the authority. */
    static Signature inPortal(
            AgreementVersion version, SigningAuthority authority, SignatureMethod method, UUID signer, Instant now) {
        return new Signature(version, authority, method, version.requireContentHash(), signer, now);
    }

    /** Made outside; it binds once it is confirmed from both sides. */
    static Signature outside(
            AgreementVersion version,
            SigningAuthority authority,
            OutsideSignature outside,
            UUID recordedBy,
            Instant now) {
        Signature signature =
                new Signature(version, authority, outside.method(), outside.contentHash(), recordedBy, now);
        signature.signedOn = outside.signedOn();
        signature.fileHash = outside.fileHash();
        signature.fileName = outside.fileName();
        signature.state = SignatureState.UNCONFIRMED;
        return signature;
    }

    void confirmByCoordinator(UUID who, Instant now) {
        state.requireBecomes(SignatureState.IN_EFFECT, AgreementError.SIGNATURE_WRONG_STATE);
        Checks.check(coordinator == null, AgreementError.CONFIRMED_ALREADY);
        Checks.check(!who.equals(partyPerson), AgreementError.CONFIRMED_BY_SAME_PERSON);
        coordinator = who;
        coordinatorConfirmedAt = now;
        bindOnceConfirmed();
    }

    void confirmByParty(UUID who, Instant now) {
        state.requireBecomes(SignatureState.IN_EFFECT, AgreementError.SIGNATURE_WRONG_STATE);
        Checks.check(partyPerson == null, AgreementError.CONFIRMED_ALREADY);
        Checks.check(!who.equals(coordinator), AgreementError.CONFIRMED_BY_SAME_PERSON);
        partyPerson = who;
        partyConfirmedAt = now;
        bindOnceConfirmed();
    }

    private void bindOnceConfirmed() {
        if (coordinator != null && partyPerson != null) {
            state = SignatureState.IN_EFFECT;
        }
    }

    void end(SignatureState next, String reason, Instant now) {
        state.requireBecomes(next, AgreementError.SIGNATURE_WRONG_STATE);
        state = next;
        endedAt = now;
        endReason = Checks.requireText(reason, "reason", Agreement.REASON_LIMIT);
    }

    /** Whether it binds, or will once it is confirmed. */
    boolean stands() {
        return state == SignatureState.IN_EFFECT || state == SignatureState.UNCONFIRMED;
    }

    public UUID id() {
        return id;
    }

    public AgreementVersion agreementVersion() {
        return agreementVersion;
    }

    /** The party that signed. */
    public UUID organisation() {
        return organisation;
    }

    /** Who signed; empty for one who signed outside and is no user here. */
    public Optional<UUID> person() {
        return Optional.ofNullable(person);
    }

    /** The signer's name, as the authority on file has it. */
    public String signerName() {
        return signerName;
    }

    public UUID authority() {
        return authority;
    }

    /** SHA-256 of what was signed, in hexadecimal. */
    public String contentHash() {
        return contentHash;
    }

    public SignatureMethod method() {
        return method;
    }

    /** The day of signing, in Tokyo. */
    public LocalDate signedOn() {
        return signedOn;
    }

    public UUID recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public SignatureState state() {
        return state;
    }

    /** SHA-256 of the signed file, where there is one. */
    public Optional<String> fileHash() {
        return Optional.ofNullable(fileHash);
    }

    public Optional<String> fileName() {
        return Optional.ofNullable(fileName);
    }

    /** The coordinator who confirmed the file. */
    public Optional<UUID> coordinator() {
        return Optional.ofNullable(coordinator);
    }

    /** The party's person who confirmed the file. */
    public Optional<UUID> partyPerson() {
        return Optional.ofNullable(partyPerson);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public String endReason() {
        return endReason;
    }
}
