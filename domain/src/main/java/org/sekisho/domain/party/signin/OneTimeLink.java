package org.sekisho.domain.party.signin;

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
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;

/**
 * A link that lets one person choose a password, once and for a limited time. Only the hash of its token is stored, so that neither
 * the database nor an administrator of it can follow it. A newer link of the same purpose takes its place.
 */
@Entity
@Table(name = "one_time_link")
public class OneTimeLink {

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "token_hash", nullable = false, updatable = false)
    private byte[] tokenHash;

    @Enumerated(EnumType.STRING)
    @Column(name = "purpose", nullable = false, updatable = false)
    private LinkPurpose purpose;

    @Enumerated(EnumType.STRING)
    @Column(name = "delivery", nullable = false, updatable = false)
    private LinkDelivery delivery;

    @Column(name = "person_id", updatable = false)
    private @Nullable UUID person;

    @Column(name = "organisation_id", updatable = false)
    private @Nullable UUID organisation;

    @Column(name = "created_by", nullable = false, updatable = false)
    private String createdBy;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @Column(name = "replaced_at")
    private @Nullable Instant replacedAt;

    @SuppressWarnings("NullAway")
    protected OneTimeLink() {}

    private OneTimeLink(String token, LinkPurpose purpose, LinkDelivery delivery, Actor by, Instant now) {
        this.id = Ids.next();
        this.tokenHash = Tokens.hash(token);
        this.purpose = purpose;
        this.delivery = delivery;
        this.createdBy = by.name();
        this.createdAt = now;
        this.expiresAt = now.plus(purpose.lifetime());
    }

    /**
     * A link for a person. The caller replaces the person's open links of the same purpose first.
     *
     * @param token from {@link Tokens#fresh()}; it leaves by the delivery and is then forgotten
     * @param purpose {@link LinkPurpose#INVITATION} for somebody invited, {@link LinkPurpose#RESET} for everyone else
     */
    public static OneTimeLink to(
            Person person, String token, LinkPurpose purpose, LinkDelivery delivery, Actor by, Instant now) {
        if (purpose == LinkPurpose.FIRST_ADMINISTRATOR) {
            throw new IllegalArgumentException("The first administrator doesn't exist before the link is used");
        }
        person.requireNotDeactivated();
        OneTimeLink link = new OneTimeLink(token, purpose, delivery, by, now);
        link.person = person.id();
        link.organisation = person.home();
        return link;
    }

    /** The link that the first start prints, for an installation without people. */
    public static OneTimeLink toFirstAdministrator(String token, Actor by, Instant now) {
        return new OneTimeLink(token, LinkPurpose.FIRST_ADMINISTRATOR, LinkDelivery.CONSOLE, by, now);
    }

    /** That the link was made, for the trail. */
    public DomainEvent created() {
        return event("link.created")
                .with("delivery", delivery)
                .with("expires", expiresAt)
                .build();
    }

    /**
     * Uses the link up.
     *
     * @throws org.sekisho.domain.shared.Refusal with {@link AccountError#LINK_INVALID} when it was used or replaced, or is too old
     */
    public DomainEvent use(Instant now) {
        Checks.check(isOpen(now), AccountError.LINK_INVALID);
        usedAt = now;
        return event("link.used").build();
    }

    /** Makes the link worthless, because a newer one was made or the account ended; one that is not open stays as it is. */
    public void replace(Instant now) {
        if (usedAt == null && replacedAt == null) {
            replacedAt = now;
        }
    }

    /** Whether the link can be used. */
    public boolean isOpen(Instant now) {
        return usedAt == null && replacedAt == null && now.isBefore(expiresAt);
    }

    /**
     * Refuses to show the token to anyone but an administrator of the person's own organisation, and to that one only when the link
     * doesn't go another way. Nobody is shown their own.
     *
     * @throws org.sekisho.domain.shared.Refusal with {@link AccountError#LINK_NOT_SHOWN}
     */
    public void requireShownTo(Actor viewer) {
        Checks.check(isShownTo(viewer), AccountError.LINK_NOT_SHOWN);
    }

    /** Whether the token may be shown, once, to this actor when it is made. */
    public boolean isShownTo(Actor viewer) {
        return delivery == LinkDelivery.ORGANISATION_ADMINISTRATOR
                && organisation != null
                && viewer.administers(organisation)
                && viewer.person().filter(who -> !who.equals(person)).isPresent();
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, "link", id).with("purpose", purpose).with("person", person);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int version() {
        return version;
    }

    /** SHA-256 of the token. */
    public byte[] tokenHash() {
        return tokenHash.clone();
    }

    public LinkPurpose purpose() {
        return purpose;
    }

    public LinkDelivery delivery() {
        return delivery;
    }

    /** For whom; empty for the first administrator. */
    public Optional<UUID> person() {
        return Optional.ofNullable(person);
    }

    /** The person's home when the link was made; empty for the first administrator. */
    public Optional<UUID> organisation() {
        return Optional.ofNullable(organisation);
    }

    /** Who made it, as the trail writes it. */
    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Optional<Instant> usedAt() {
        return Optional.ofNullable(usedAt);
    }
}
