package org.sekisho.ejb.assurance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Audience;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.certificate.Certificates;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementDirectory;
import org.sekisho.domain.assurance.engagement.EngagementRow;
import org.sekisho.domain.assurance.engagement.Engagements;
import org.sekisho.domain.assurance.pack.BuiltPack;
import org.sekisho.domain.assurance.pack.DownloadRow;
import org.sekisho.domain.assurance.pack.Envelope;
import org.sekisho.domain.assurance.pack.Pack;
import org.sekisho.domain.assurance.pack.PackDirectory;
import org.sekisho.domain.assurance.pack.PackDownload;
import org.sekisho.domain.assurance.pack.PackFilter;
import org.sekisho.domain.assurance.pack.PackLayout;
import org.sekisho.domain.assurance.pack.PackRow;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSources;
import org.sekisho.domain.assurance.pack.Packs;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.ejb.report.ReportMasking;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.FileToSend;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;
import org.sekisho.proof.hash.Sha256;

/** Evidence packs: requested by an independent auditor, whose request fixes what they hold, and downloaded when they are built. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class PackService {

    static final String TABLE = "pack";
    private static final String ZIP = "application/zip";
    private static final String ENCRYPTED = "application/octet-stream";
    /** RFC 8551, section 3.2.1. */
    private static final String ENVELOPE = "application/pkcs7-mime";

    @Inject
    private CurrentAct act;

    @Inject
    private Engagements engagements;

    @Inject
    private EngagementDirectory engagementDirectory;

    @Inject
    private Packs packs;

    @Inject
    private PackDirectory directory;

    @Inject
    private Certificates certificates;

    @Inject
    private PackSources sources;

    @Inject
    private PackCollector collector;

    @Inject
    private ReportMasking masking;

    @Inject
    private Entrance entrance;

    @Inject
    private ContentStore store;

    /** Packs of one engagement that the actor may see, the latest first. */
    @Permission(value = "audit:read", recorded = Recorded.REFUSALS)
    public Page<PackRow> list(@About(Engagement.KIND) UUID engagement, PackFilter filter, PageRequest page) {
        if (filter.engagement().filter(engagement::equals).isEmpty()) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        engagements.require(engagement);
        return directory.list(filter, page);
    }

    /** One pack, with how far its building has come. */
    @Permission(value = "audit:read", recorded = Recorded.REFUSALS)
    public PackRow one(@About(Pack.KIND) UUID pack) {
        return directory.find(pack).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** The same for the bar of a page, which asks for it every few seconds. */
    @Permission(value = "audit:read", recorded = Recorded.UNDONE)
    public PackRow progress(@About(Pack.KIND) UUID pack) {
        return directory.find(pack).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /**
     * Who downloaded a pack, the latest first. Sorts: {@code begun} (the list's own), {@code person}.
     *
     * @param words a part of the name of who downloaded it
     */
    @Permission(value = "audit:read", recorded = Recorded.REFUSALS)
    public Page<DownloadRow> downloads(@About(Pack.KIND) UUID pack, Optional<String> words, PageRequest page) {
        one(pack);
        return directory.downloads(pack, words, page);
    }

    /**
     * Requests a pack; its id. What it holds is fixed in one snapshot of the database, and built later; so is the certificate that it is
     * encrypted for, where one is in use.
     */
    @Permission(value = "pack:build", snapshot = true)
    public UUID request(@About(Engagement.KIND) UUID engagement) {
        Engagement found = engagements.require(engagement);
        found.requireAuditor(act.actor(), act.now());
        EngagementRow row = engagementDirectory.find(engagement).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        UUID firm = found.firm().orElseThrow();
        PackScope scope = PackScope.of(found, masked(found), act.now());
        Snapshot snapshot = entrance.withReachOf(
                SystemReach.PACK_COLLECTION,
                () -> new Snapshot(collector.collect(found, row, firm, scope), sources.trailPosition()));
        Pack pack = new Pack(
                act.actor(),
                found,
                snapshot.collected().list(),
                snapshot.trailPosition(),
                certificates.latest(engagement),
                act.now());
        packs.add(pack, pack.entriesOf(snapshot.collected().list()));
        snapshot.collected().documents().forEach(document -> sources.add(document, pack.id(), act.now()));
        act.happened(pack.requested());
        return pack.id();
    }

    /** A pack is a release: what it says of reports is rendered as the agreement has it for auditors. */
    private Set<SensitiveMatter> masked(Engagement engagement) {
        return engagement
                .agreement()
                .map(agreement ->
                        masking.forAudience(agreement, Audience.AUDITOR).masked())
                .orElseGet(() -> EnumSet.allOf(SensitiveMatter.class));
    }

    /** Puts a failed pack back into the queue, with the same list. */
    @Permission("pack:build")
    public void retry(@About(Pack.KIND) UUID pack) {
        Pack failed = packs.require(pack);
        act.happened(failed.retry(act.actor(), engagements.require(failed.engagement()), act.now()));
    }

    /** Permits a download, or a part of one, and records it before the first byte leaves. */
    @Permission("pack:download")
    public FileToSend download(@About(Pack.KIND) UUID pack, RangeWanted range) {
        Pack ready = packs.require(pack);
        BuiltPack built = ready.built().orElseThrow(() -> new Refusal(AssuranceError.PACK_NOT_READY));
        RangeWanted.Bytes bytes = range.of(built.size(), '"' + built.sha256() + '"');
        Engagement of = engagements.require(ready.engagement());
        PackDownload download = ready.download(act.actor(), of, bytes.first(), bytes.last(), act.now());
        of.requireApprovedNetwork(Caller.current().address());
        packs.add(download);
        act.happened(download.begun(ready));
        Place place = new Place(TABLE, ready.id(), ready.organisation());
        return new FileToSend(
                PackLayout.file(ready.name(), built.envelope().isPresent()),
                built.envelope().isPresent() ? ENCRYPTED : ZIP,
                built.size(),
                built.sha256(),
                bytes.first(),
                bytes.last(),
                offset -> store.open(place, built.blob(), offset));
    }

    /**
     * What opens an encrypted pack for whoever has the key of its certificate.
     *
     * @throws Refusal {@code assurance.pack-not-encrypted}
     */
    @Permission("pack:download")
    public FileToSend envelope(@About(Pack.KIND) UUID pack) {
        Pack ready = packs.require(pack);
        Engagement of = engagements.require(ready.engagement());
        of.requireAuditor(act.actor(), act.now());
        of.requireApprovedNetwork(Caller.current().address());
        BuiltPack built = ready.built().orElseThrow(() -> new Refusal(AssuranceError.PACK_NOT_READY));
        Envelope envelope = built.envelope().orElseThrow(() -> new Refusal(AssuranceError.PACK_NOT_ENCRYPTED));
        byte[] der = envelope.der();
        return new FileToSend(
                PackLayout.envelope(ready.name()),
                ENVELOPE,
                der.length,
                Sha256.hex(der),
                0,
                der.length - 1,
                offset -> new ByteArrayInputStream(der, (int) offset, der.length - (int) offset));
    }

    private record Snapshot(PackCollector.Collected collected, long trailPosition) {}
}
