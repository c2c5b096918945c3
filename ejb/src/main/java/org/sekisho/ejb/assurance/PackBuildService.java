package org.sekisho.ejb.assurance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.certificate.CertificateTurn;
import org.sekisho.domain.assurance.certificate.Certificates;
import org.sekisho.domain.assurance.engagement.Engagements;
import org.sekisho.domain.assurance.pack.BuiltPack;
import org.sekisho.domain.assurance.pack.Pack;
import org.sekisho.domain.assurance.pack.PackSources;
import org.sekisho.domain.assurance.pack.PackSources.Source;
import org.sekisho.domain.assurance.pack.Packs;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.trail.log.KeyHandOver;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.domain.trail.log.TrailLogReader;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;
import org.sekisho.proof.log.LogProof;
import org.sekisho.proof.log.TiledTree;
import org.sekisho.proof.note.SignedNote;

/** The steps of building packs, each a short transaction; what is built between them is in {@link PackBuilder}. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class PackBuildService {

    /** A node that says nothing for so long has lost the pack. Progress is told every second, or after each 8 MiB. */
    static final Duration LEASE = Duration.ofSeconds(60);

    @Inject
    private CurrentAct act;

    @Inject
    private Packs packs;

    @Inject
    private PackSources sources;

    @Inject
    private Engagements engagements;

    @Inject
    private Certificates certificates;

    @Inject
    private TrailLogReader log;

    /** Whether a pack waits for a node. */
    @Permission(value = "pack:run", recorded = Recorded.REFUSALS)
    public boolean isWaiting() {
        return packs.nextToBuild(act.now()).isPresent();
    }

    /**
     * Takes the next pack that waits. One that was taken up as often as may be fails instead.
     *
     * @return empty when there is none, or another node has it
     */
    @Permission("pack:run")
    public Optional<BuildOrder> claim(String node) {
        Optional<Pack> next = packs.nextToBuild(act.now());
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Pack pack = next.get();
        if (pack.isAbandoned(act.now())) {
            act.happened(pack.abandon(act.now()));
            return Optional.empty();
        }
        act.happened(pack.claim(node, act.now().plus(LEASE), act.now()));
        return Optional.of(order(pack));
    }

    /** The files of a pack from a position on, at most {@code count}. */
    @Permission(value = "pack:run", recorded = Recorded.REFUSALS)
    public List<Source> sources(@About(Pack.KIND) UUID pack, int fromPosition, int count) {
        return sources.of(pack, fromPosition, count);
    }

    /**
     * The checkpoint that the proofs of a pack lead to: the latest that a witness cosigned where it covers so many events, else the
     * latest. Empty where nothing was signed yet.
     */
    @Permission(value = "pack:run", recorded = Recorded.REFUSALS)
    public Optional<SignedCheckpoint> checkpoint(long size) {
        return log.covering(size);
    }

    /** Where these events stand in the log; those that no checkpoint covers are left out. */
    @Permission(value = "pack:run", recorded = Recorded.REFUSALS)
    public Map<UUID, Long> places(List<UUID> events) {
        return log.places(events);
    }

    /**
     * Proofs that these events stand under the checkpoint of this size; those that it doesn't cover are left out, and all where there is no
     * such checkpoint.
     *
     * @throws IllegalStateException where the log can't be read
     */
    @Permission(value = "pack:run", recorded = Recorded.REFUSALS)
    public Map<UUID, LogProof> proofs(List<UUID> events, long size) {
        Map<UUID, LogProof> proofs = new HashMap<>();
        Optional<SignedCheckpoint> checkpoint = log.at(size);
        if (checkpoint.isEmpty()) {
            return proofs;
        }
        TiledTree tree = new TiledTree(size, log.tiles());
        try {
            SignedNote note = SignedNote.parse(checkpoint.get().note());
            for (Map.Entry<UUID, Long> place : log.places(events).entrySet()) {
                if (place.getValue() < size) {
                    proofs.put(place.getKey(), new LogProof(place.getValue(), tree.inclusion(place.getValue()), note));
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException("The log can't be read", broken);
        }
        return proofs;
    }

    /**
     * How the keys of the trail came one after the other up to this one, the latest step first: without it nobody could tell what a seed is
     * worth that an earlier key signed.
     */
    @Permission(value = "pack:run", recorded = Recorded.REFUSALS)
    public List<KeyHandOver> handOvers(String fingerprint) {
        return KeyHandOver.back(fingerprint, log.keys(), log.keyChanges());
    }

    /** Tells how many events are proven, which comes before the writing, and keeps the lease. */
    @Permission(value = "pack:run", recorded = Recorded.REFUSALS)
    public void proved(BuildOrder order, int proofs, int allProofs) {
        packs.require(order.pack())
                .proved(order.attempt(), proofs, allProofs, act.now().plus(LEASE));
    }

    /** Tells how far the writing has come, and keeps the lease. */
    @Permission(value = "pack:run", recorded = Recorded.REFUSALS)
    public void progress(BuildOrder order, int files, long bytes) {
        packs.require(order.pack())
                .progress(order.attempt(), files, bytes, act.now().plus(LEASE));
    }

    /** The pack stands in the store. */
    @Permission("pack:run")
    public void complete(BuildOrder order, BuiltPack built) {
        Pack pack = packs.require(order.pack());
        pack.progress(order.attempt(), order.entries(), order.bytes(), act.now().plus(LEASE));
        act.happened(pack.complete(order.attempt(), built, act.now()));
    }

    /** The pack can't be built. */
    @Permission("pack:run")
    public void fail(BuildOrder order, ErrorCode why) {
        act.happened(packs.require(order.pack()).fail(order.attempt(), why, act.now()));
    }

    private BuildOrder order(Pack pack) {
        return new BuildOrder(
                pack.id(),
                pack.lease().attempt(),
                pack.lease().isUsedUp(),
                pack.organisation(),
                pack.name(),
                engagements.require(pack.engagement()).number(),
                pack.requestedAt(),
                pack.trailPosition(),
                pack.listSha256(),
                pack.label().name(),
                pack.progress().allFiles(),
                pack.progress().allBytes(),
                pack.certificate().flatMap(certificates::find).flatMap(CertificateTurn::certificate));
    }
}
