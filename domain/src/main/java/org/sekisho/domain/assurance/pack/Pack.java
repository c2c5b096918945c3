package org.sekisho.domain.assurance.pack;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.AssuranceChecks;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.certificate.CertificateTurn;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;

/**
 * An evidence pack. Its request fixes the list of what it holds, and the building reads only that list; so it can be begun again
 * anywhere, with the same outcome. The node that builds holds a {@link Lease}; when it dies, another takes the pack up.
 */
@Entity
@Table(name = "pack")
public class Pack {

    /** The word for it in the trail. */
    public static final String KIND = "pack";

    @Id
    @Column(name = "id", updatable = false)
    private UUID id;

    @Version
    @Column(name = "row_version", nullable = false)
    private int rowVersion;

    @Column(name = "engagement_id", nullable = false, updatable = false)
    private UUID engagement;

    @Column(name = "organisation_id", nullable = false, updatable = false)
    private UUID organisation;

    @Column(name = "name", nullable = false, updatable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "label", nullable = false, updatable = false)
    private Tlp label;

    @Column(name = "requested_by_person_id", nullable = false, updatable = false)
    private UUID requestedBy;

    @Column(name = "requested_at", nullable = false, updatable = false)
    private Instant requestedAt;

    @Column(name = "trail_position", nullable = false, updatable = false)
    private long trailPosition;

    @Column(name = "entries", nullable = false, updatable = false)
    private int entries;

    @Column(name = "payload_bytes", nullable = false, updatable = false)
    private long payloadBytes;

    @Column(name = "list_sha256", nullable = false, updatable = false)
    private String listSha256;

    @Column(name = "certificate_id", updatable = false)
    private @Nullable UUID certificate;

    @Column(name = "certificate_sha256", updatable = false)
    private @Nullable String certificateSha256;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private PackState state;

    @Embedded
    private Lease lease = Lease.untaken();

    @Column(name = "files_done", nullable = false)
    private int filesDone;

    @Column(name = "bytes_done", nullable = false)
    private long bytesDone;

    @Column(name = "proofs_done", nullable = false)
    private int proofsDone;

    @Column(name = "proofs_all", nullable = false)
    private int proofsAll;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "failure", nullable = false)
    private String failure = "";

    @Embedded
    private @Nullable PackFile file;

    @SuppressWarnings("NullAway")
    protected Pack() {}

    /**
     * Requests a pack; by an independent auditor of the engagement. The entries are added with it: {@link #entriesOf}.
     *
     * @param trailPosition how many events the trail held in the snapshot that fixed the list
     * @param certificate the latest turn of the engagement's certificates: it is encrypted for that one, whenever it is built
     */
    public Pack(
            Actor actor,
            Engagement engagement,
            EntryList.Fixed list,
            long trailPosition,
            Optional<CertificateTurn> certificate,
            Instant now) {
        engagement.requireAuditor(actor, now);
        this.id = Ids.next();
        this.engagement = engagement.id();
        this.organisation = engagement.firm().orElseThrow();
        this.name = PackLayout.top(engagement, id);
        this.label = list.label();
        this.requestedBy = actor.requirePerson();
        this.requestedAt = now;
        this.trailPosition = AssuranceChecks.requireNotNegative(trailPosition, "trailPosition");
        this.entries = list.entries().size();
        this.payloadBytes = list.bytes();
        this.listSha256 = list.sha256();
        this.state = PackState.QUEUED;
        certificate.filter(turn -> turn.forPack(now).isPresent()).ifPresent(turn -> {
            this.certificate = turn.id();
            this.certificateSha256 = turn.sha256().orElseThrow();
        });
    }

    /** The fixed list as rows of this pack. */
    public List<PackEntry> entriesOf(EntryList.Fixed list) {
        if (!list.sha256().equals(listSha256)) {
            throw new IllegalArgumentException("Another pack's list: " + id);
        }
        return IntStream.range(0, list.entries().size())
                .mapToObj(position -> new PackEntry(id, position, list.entries().get(position)))
                .toList();
    }

    /** What its request is in the trail. */
    public DomainEvent requested() {
        return event("pack.requested")
                .with("entries", entries)
                .with("bytes", payloadBytes)
                .with("listSha256", listSha256)
                .with("trailPosition", trailPosition)
                .with("label", label)
                .with("certificateSha256", certificateSha256)
                .build();
    }

    /**
     * A node takes the pack up: a queued one, or one whose builder let its lease run out.
     *
     * @param until when the lease runs out unless {@link #progress} extends it
     */
    public DomainEvent claim(String node, Instant until, Instant now) {
        lease.take(node, until, now);
        if (state != PackState.BUILDING) {
            become(PackState.BUILDING);
        }
        beginAnew();
        return event("pack.build-begun")
                .with("node", node)
                .with("attempt", lease.attempt())
                .build();
    }

    /**
     * Tells how far the building has come, and extends the lease. It is no event of the trail.
     *
     * @param attempt as {@link Lease#attempt} said after the claim
     */
    public void progress(int attempt, int files, long bytes, Instant until) {
        requireBuilder(attempt);
        if (files < 0 || files > entries || bytes < 0 || bytes > payloadBytes) {
            throw new IllegalArgumentException("Beyond the list: " + files + " files, " + bytes + " bytes");
        }
        filesDone = files;
        bytesDone = bytes;
        lease.extend(until);
    }

    /**
     * Tells how many events are proven, which comes before the writing, and extends the lease. It is no event of the trail.
     *
     * @param attempt as {@link Lease#attempt} said after the claim
     */
    public void proved(int attempt, int proofs, int allProofs, Instant until) {
        requireBuilder(attempt);
        if (proofs < 0 || proofs > allProofs) {
            throw new IllegalArgumentException("Not so many: " + proofs + " of " + allProofs + " proofs");
        }
        proofsDone = proofs;
        proofsAll = allProofs;
        lease.extend(until);
    }

    private void beginAnew() {
        filesDone = 0;
        bytesDone = 0;
        proofsDone = 0;
        proofsAll = 0;
    }

    /** The building has ended well: every file of the list is in, and it is encrypted where it has to be. */
    public DomainEvent complete(int attempt, BuiltPack built, Instant now) {
        requireBuilder(attempt);
        if (built.envelope().isPresent() != (certificate != null)) {
            throw new IllegalArgumentException("Encrypted where it mustn't be, or the other way round: " + id);
        }
        Checks.check(filesDone == entries && bytesDone == payloadBytes, AssuranceError.PACK_INCOMPLETE);
        become(PackState.READY);
        file = new PackFile(built);
        endedAt = now;
        lease.giveUp();
        return event("pack.ready")
                .with("size", built.size())
                .with("sha256", built.sha256())
                .with("tagManifestSha256", built.tagManifestSha256())
                .with("keyFingerprint", built.keyFingerprint())
                .with("provenUnder", built.trail().map(ProvenTrail::size).orElse(0L))
                .with("witnesses", built.trail().map(ProvenTrail::witnesses).orElse(0))
                .build();
    }

    /** The building can't go on. */
    public DomainEvent fail(int attempt, ErrorCode why, Instant now) {
        requireBuilder(attempt);
        return failed(why, now);
    }

    /** Gives up a pack that was taken up as often as may be, and whose last builder let its lease run out. */
    public DomainEvent abandon(Instant now) {
        Checks.check(isAbandoned(now), AssuranceError.PACK_LEASE_LOST);
        return failed(AssuranceError.PACK_ATTEMPTS_USED, now);
    }

    /** Whether {@link #abandon} is all that is left to do. */
    public boolean isAbandoned(Instant now) {
        return state == PackState.BUILDING && lease.isOver(now) && lease.isUsedUp();
    }

    /** Puts a failed pack back into the queue, with the same list; by an independent auditor of the engagement. */
    public DomainEvent retry(Actor actor, Engagement of, Instant now) {
        requireOf(of);
        of.requireAuditor(actor, now);
        become(PackState.QUEUED);
        lease.allowMore();
        failure = "";
        endedAt = null;
        beginAnew();
        return event("pack.retried").build();
    }

    /**
     * A download begins; by an independent auditor of the engagement. It is recorded before the first byte leaves.
     *
     * @param firstByte of the range that is sent, from 0
     * @param lastByte of the range that is sent, inclusive
     */
    public PackDownload download(Actor actor, Engagement of, long firstByte, long lastByte, Instant now) {
        requireOf(of);
        of.requireAuditor(actor, now);
        BuiltPack ready = built().orElseThrow(() -> new Refusal(AssuranceError.PACK_NOT_READY));
        Checks.check(firstByte >= 0 && firstByte <= lastByte && lastByte < ready.size(), AssuranceError.PACK_RANGE);
        return new PackDownload(this, actor, firstByte, lastByte, now);
    }

    private DomainEvent failed(ErrorCode why, Instant now) {
        become(PackState.FAILED);
        failure = why.code();
        endedAt = now;
        lease.giveUp();
        return event("pack.failed").with("failure", failure).build();
    }

    private void requireBuilder(int attempt) {
        Checks.check(state == PackState.BUILDING, AssuranceError.PACK_LEASE_LOST);
        lease.requireHolder(attempt);
    }

    private void become(PackState next) {
        state.requireBecomes(next, AssuranceError.PACK_STATE);
        state = next;
    }

    private void requireOf(Engagement of) {
        if (!of.id().equals(engagement)) {
            throw new IllegalArgumentException("Another engagement's pack: " + id);
        }
    }

    private DomainEvent.Builder event(String event) {
        return DomainEvent.of(event, KIND, id).with("engagement", engagement);
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

    /** The audit firm: for whom the pack is, and under whose key it is sealed. */
    public UUID organisation() {
        return organisation;
    }

    /** Of the top folder, and with ".zip" of the file. */
    public String name() {
        return name;
    }

    /** The turn of whose certificate it is encrypted for; empty where it isn't encrypted. */
    public Optional<UUID> certificate() {
        return Optional.ofNullable(certificate);
    }

    /** The fingerprint of that certificate. */
    public Optional<String> certificateSha256() {
        return Optional.ofNullable(certificateSha256);
    }

    /** The strictest label of its files. */
    public Tlp label() {
        return label;
    }

    public UUID requestedBy() {
        return requestedBy;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    /** How many events the trail held when the list was fixed. */
    public long trailPosition() {
        return trailPosition;
    }

    /** Of the fixed list: {@link EntryList.Fixed#sha256}. */
    public String listSha256() {
        return listSha256;
    }

    public PackState state() {
        return state;
    }

    public Lease lease() {
        return lease;
    }

    public BuildProgress progress() {
        return new BuildProgress(filesDone, entries, bytesDone, payloadBytes, proofsDone, proofsAll);
    }

    /** When it became ready, or failed. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** The code of why it failed; empty otherwise. */
    public String failure() {
        return failure;
    }

    /** What was built, once it is ready. */
    public Optional<BuiltPack> built() {
        return Optional.ofNullable(file).map(PackFile::built);
    }
}
