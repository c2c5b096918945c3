package org.sekisho.domain.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;

/**
 * That somebody may sign for an organisation, by which document, and until when. Put on file by somebody else of that organisation, or
 * by the coordinator who saw the document; never by the holder.
 */
@Entity
@Table(name = "signing_authority")
public class SigningAuthority {

    /** The most characters of a reference or a name. */
    public static final int TEXT_LIMIT = 200;

    private static final Set<Role> KEEPERS =
            EnumSet.of(Role.SIGNATORY, Role.CISO, Role.COORDINATOR, Role.ORGANISATION_ADMINISTRATOR);

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "person_id", updatable = false)
    private @Nullable UUID person;

    @Column(name = "holder_name", nullable = false, updatable = false)
    private String holderName;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private AuthorityKind kind;

    @Column(name = "reference", nullable = false, updatable = false)
    private String reference;

    @Column(name = "valid_until", nullable = false, updatable = false)
    private LocalDate validUntil;

    @Column(name = "recorded_by_person_id", nullable = false, updatable = false)
    private UUID recordedBy;

    @Column(name = "recorded_at", nullable = false, updatable = false)
    private Instant recordedAt;

    @Column(name = "revoked_by_person_id")
    private @Nullable UUID revokedBy;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway")
    protected SigningAuthority() {}

    /**
     * Puts an authority on file.
     *
     * @param person the holder; empty for one who signs outside and is no user here
     * @param holderName the holder's name, as it stands in the document
     * @param reference the document: its number or title
     * @param validUntil the last day in Tokyo on which it counts
     * @throws org.sekisho.domain.shared.Refusal with an {@link AgreementError}
     */
    public SigningAuthority(
            Actor actor,
            UUID organisation,
            Optional<UUID> person,
            String holderName,
            AuthorityKind kind,
            String reference,
            LocalDate validUntil,
            Instant now) {
        this.id = Ids.next();
        this.organisation = Checks.require(organisation, "organisation");
        this.person = person.orElse(null);
        requireKeeper(actor);
        this.holderName = Checks.requireText(holderName, "holderName", TEXT_LIMIT);
        this.kind = Checks.require(kind, "kind");
        this.reference = Checks.requireText(reference, "reference", TEXT_LIMIT);
        this.validUntil = Checks.require(validUntil, "validUntil");
        this.recordedBy = actor.requirePerson();
        this.recordedAt = now;
    }

    /** That it was put on file, for the trail. */
    public DomainEvent recorded() {
        return event("signing-authority.recorded")
                .with("kind", kind)
                .with("until", validUntil)
                .personal("holder", holderName)
                .personal("reference", reference)
                .build();
    }

    /** Takes it off: from now on it counts for nothing; what was signed under it stays. */
    public DomainEvent revoke(Actor actor, Instant now) {
        requireKeeper(actor);
        Checks.check(revokedAt == null, AgreementError.AUTHORITY_REVOKED);
        revokedBy = actor.requirePerson();
        revokedAt = now;
        return event("signing-authority.revoked").build();
    }

    private void requireKeeper(Actor actor) {
        boolean coordinator = actor.isOf(OrganisationKind.SECRETARIAT) && actor.holds(Role.COORDINATOR);
        boolean own = actor.isOf(organisation) && KEEPERS.stream().anyMatch(actor::holds);
        Checks.check(coordinator || own, AgreementError.AUTHORITY_OF_OTHERS);
        Checks.check(actor.person().filter(who -> who.equals(person)).isEmpty(), AgreementError.AUTHORITY_OWN);
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, "signing-authority", id)
                .with("organisation", organisation)
                .with("person", person);
    }

    /** Whether it lets its holder sign for this organisation now. */
    boolean counts(UUID forOrganisation, Instant now) {
        return revokedAt == null && organisation.equals(forOrganisation) && !validUntil.isBefore(Days.of(now));
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int version() {
        return version;
    }

    public UUID organisation() {
        return organisation;
    }

    public Optional<UUID> person() {
        return Optional.ofNullable(person);
    }

    public String holderName() {
        return holderName;
    }

    public AuthorityKind kind() {
        return kind;
    }

    public String reference() {
        return reference;
    }

    public LocalDate validUntil() {
        return validUntil;
    }

    public UUID recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    public Optional<UUID> revokedBy() {
        return Optional.ofNullable(revokedBy);
    }
}
