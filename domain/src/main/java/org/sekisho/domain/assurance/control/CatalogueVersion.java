package org.sekisho.domain.assurance.control;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Permissions;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Ids;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;

/**
 * A version of the catalogue of controls and how it came to be gone by: taken in by somebody of the secretariat, published by another.
 * What it says never changes; what should be otherwise is the next version.
 */
@Entity
@Table(name = "control_catalogue")
public class CatalogueVersion {

    /** The word for it in the trail. */
    public static final String KIND = "control-catalogue";

    /** The most characters of a reason. */
    public static final int REASON_LIMIT = 1_000;

    /** Who may publish a version. */
    public static final Set<Role> PUBLISHERS = Permissions.table().getOrDefault("control:publish", Set.of());

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "version", nullable = false, updatable = false)
    private int version;

    @Column(name = "title_en", nullable = false, updatable = false)
    private String titleEn;

    @Column(name = "title_ja", nullable = false, updatable = false)
    private String titleJa;

    @Column(name = "oscal", nullable = false, updatable = false)
    private String oscal;

    @Column(name = "sha256", nullable = false, updatable = false)
    private String sha256;

    @Column(name = "controls", nullable = false, updatable = false)
    private int controls;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private CatalogueState state;

    @Column(name = "drafted_by_person_id", nullable = false, updatable = false)
    private UUID draftedBy;

    @Column(name = "drafted_at", nullable = false, updatable = false)
    private Instant draftedAt;

    @Column(name = "published_by_person_id")
    private @Nullable UUID publishedBy;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "withdrawn_by_person_id")
    private @Nullable UUID withdrawnBy;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "withdraw_reason", nullable = false)
    private String withdrawReason;

    @SuppressWarnings("NullAway")
    protected CatalogueVersion() {}

    /** Takes a version in. */
    public CatalogueVersion(Actor actor, int version, ControlCatalogue catalogue, Instant now) {
        if (version <= DeliveredCatalogue.VERSION) {
            throw new IllegalArgumentException("Comes after the delivered one: " + version);
        }
        this.id = Ids.next();
        this.version = version;
        this.titleEn = catalogue.title().en();
        this.titleJa = catalogue.title().ja();
        this.oscal = CanonicalJson.text(OscalCatalogue.write(id, version, catalogue, now));
        this.sha256 = Sha256.hex(oscal.getBytes(StandardCharsets.UTF_8));
        this.controls = catalogue.controls().size();
        this.state = CatalogueState.DRAFT;
        this.withdrawReason = "";
        this.draftedBy = actor.requirePerson();
        this.draftedAt = now;
    }

    /** That it was taken in, for the trail. */
    public DomainEvent drafted() {
        return event("control-catalogue.drafted").with("controls", controls).build();
    }

    /** Somebody else than who took it in publishes it: engagements scheduled from now on go by it. */
    public DomainEvent publish(Actor actor, Instant now) {
        state.requireBecomes(CatalogueState.PUBLISHED, ControlError.WRONG_STATE);
        Checks.check(!actor.requirePerson().equals(draftedBy), ControlError.OWN_DRAFT);
        state = CatalogueState.PUBLISHED;
        publishedBy = actor.requirePerson();
        publishedAt = now;
        return event("control-catalogue.published").build();
    }

    /** No further engagement goes by it. */
    public DomainEvent withdraw(Actor actor, String reason, Instant now) {
        state.requireBecomes(CatalogueState.WITHDRAWN, ControlError.WRONG_STATE);
        withdrawReason = Checks.requireText(reason, "reason", REASON_LIMIT);
        state = CatalogueState.WITHDRAWN;
        withdrawnBy = actor.requirePerson();
        withdrawnAt = now;
        return event("control-catalogue.withdrawn").build();
    }

    /** For whom a draft waits: those who may publish it, but for who took it in. */
    public Audience publishers() {
        return Audience.holding(PUBLISHERS).except(Set.of(draftedBy));
    }

    /** What it says. */
    public ControlCatalogue catalogue() {
        return OscalCatalogue.read((JsonObject) JsonReader.read(oscal));
    }

    private DomainEvent.Builder event(String name) {
        return DomainEvent.of(name, KIND, id).with("version", version).with("hash", sha256);
    }

    public UUID id() {
        return id;
    }

    /** The row's version, for optimistic locking. */
    public int rowVersion() {
        return rowVersion;
    }

    /** From 2: 1 is the delivered one. */
    public int version() {
        return version;
    }

    public Wording title() {
        return new Wording(titleEn, titleJa);
    }

    /** What it says as an OSCAL catalog, in canonical JSON. */
    public String oscal() {
        return oscal;
    }

    /** Of {@link #oscal}. */
    public String sha256() {
        return sha256;
    }

    public CatalogueState state() {
        return state;
    }

    public UUID draftedBy() {
        return draftedBy;
    }

    public Instant draftedAt() {
        return draftedAt;
    }

    public Optional<UUID> publishedBy() {
        return Optional.ofNullable(publishedBy);
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    public Optional<UUID> withdrawnBy() {
        return Optional.ofNullable(withdrawnBy);
    }

    public Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }

    /** Why it was withdrawn; empty until then. */
    public String withdrawReason() {
        return withdrawReason;
    }
}
