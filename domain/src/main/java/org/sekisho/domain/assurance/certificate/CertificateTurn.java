package org.sekisho.domain.assurance.certificate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;

/**
 * That from then on the packs of an audit are encrypted for a certificate, or, where it was withdrawn, for none. The latest turn holds;
 * turns are only added, so that it stays known what each pack was encrypted for, and by whose decision.
 */
@Entity
@Table(name = "engagement_certificate")
public class CertificateTurn {

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Column(name = "engagement_id", nullable = false, updatable = false)
    private UUID engagement;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Column(name = "der", updatable = false)
    private byte @Nullable [] der;

    @Column(name = "sha256", updatable = false)
    private @Nullable String sha256;

    @Column(name = "subject", updatable = false)
    private @Nullable String subject;

    @Enumerated(EnumType.STRING)
    @Column(name = "key_kind", updatable = false)
    private @Nullable KeyKind keyKind;

    @Column(name = "key_bits", updatable = false)
    private @Nullable Integer keyBits;

    @Column(name = "valid_from", updatable = false)
    private @Nullable Instant validFrom;

    @Column(name = "valid_until", updatable = false)
    private @Nullable Instant validUntil;

    @Column(name = "by_person_id", nullable = false, updatable = false)
    private UUID by;

    @Column(name = "at", nullable = false, updatable = false)
    private Instant at;

    @SuppressWarnings("NullAway")
    protected CertificateTurn() {}

    private CertificateTurn(Actor actor, Engagement engagement, Optional<CertificateTurn> before, Instant now) {
        engagement.requireAuditor(actor, now);
        this.id = Ids.next();
        this.engagement = engagement.id();
        this.organisation = engagement.firm().orElseThrow();
        this.number = before.map(turn -> turn.number + 1).orElse(1);
        this.by = actor.requirePerson();
        this.at = now;
    }

    /**
     * Gives a certificate, in the place of the one that was in use; by an independent auditor of the engagement.
     *
     * @param before the latest turn of the engagement
     */
    public static CertificateTurn give(
            Actor actor,
            Engagement engagement,
            PackCertificate certificate,
            Optional<CertificateTurn> before,
            Instant now) {
        CertificateTurn turn = new CertificateTurn(actor, engagement, before, now);
        Checks.check(
                before.flatMap(CertificateTurn::sha256)
                        .filter(certificate.sha256()::equals)
                        .isEmpty(),
                AssuranceError.CERTIFICATE_ALREADY);
        turn.der = certificate.der();
        turn.sha256 = certificate.sha256();
        turn.subject = certificate.subject();
        turn.keyKind = certificate.kind();
        turn.keyBits = certificate.bits();
        turn.validFrom = certificate.validFrom();
        turn.validUntil = certificate.validUntil();
        return turn;
    }

    /** Withdraws the one in use: packs aren't encrypted any more from then on; by an independent auditor of the engagement. */
    public static CertificateTurn withdraw(
            Actor actor, Engagement engagement, Optional<CertificateTurn> before, Instant now) {
        CertificateTurn turn = new CertificateTurn(actor, engagement, before, now);
        Checks.check(before.flatMap(CertificateTurn::sha256).isPresent(), AssuranceError.CERTIFICATE_NONE);
        return turn;
    }

    /** What it is in the trail. */
    public DomainEvent event() {
        DomainEvent.Builder event = DomainEvent.of(
                        sha256 == null ? "engagement.certificate-withdrawn" : "engagement.certificate-given",
                        Engagement.KIND,
                        engagement)
                .with("number", number);
        return sha256 == null
                ? event.build()
                : event.with("certificateSha256", sha256)
                        .with("validUntil", validUntil)
                        .build();
    }

    /**
     * The certificate that a pack is encrypted for which is requested now; empty where none is in use.
     *
     * @throws org.sekisho.domain.shared.Refusal {@code assurance.certificate-over}: nothing is encrypted for a certificate whose time
     *     is over, and nothing goes out in the clear because of that
     */
    public Optional<PackCertificate> forPack(Instant now) {
        Optional<PackCertificate> certificate = certificate();
        Checks.check(certificate.filter(each -> !each.isValid(now)).isEmpty(), AssuranceError.CERTIFICATE_OVER);
        return certificate;
    }

    /** The certificate; empty where it was withdrawn. */
    public Optional<PackCertificate> certificate() {
        return Optional.ofNullable(der).map(PackCertificate::kept);
    }

    public UUID id() {
        return id;
    }

    public UUID engagement() {
        return engagement;
    }

    /** The audit firm. */
    public UUID organisation() {
        return organisation;
    }

    /** From 1, in the order of the turns. */
    public int number() {
        return number;
    }

    /** Of the certificate; empty where it was withdrawn. */
    public Optional<String> sha256() {
        return Optional.ofNullable(sha256);
    }

    public UUID by() {
        return by;
    }

    public Instant at() {
        return at;
    }
}
