package org.sekisho.ejb.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.pack.BuiltPack;
import org.sekisho.domain.assurance.pack.PackSources.Source;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.domain.vault.ContentStore.Stored;
import org.sekisho.domain.vault.ContentStore.Writing;
import org.sekisho.domain.vault.SigningKeys;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.domain.vault.VaultError;
import org.sekisho.ejb.document.TimeStampAuthority;
import org.sekisho.proof.bag.BagInfo;
import org.sekisho.proof.pack.PackEntry;
import org.sekisho.proof.pack.PackPlan;
import org.sekisho.proof.pack.PackProgress;
import org.sekisho.proof.pack.PackSigner;
import org.sekisho.proof.pack.PackWriter;

/**
 * Builds one pack from its fixed list: streamed from the store of contents into it, encrypted for the certificate that its request fixed,
 * sealed for the audit firm, in no transaction.
 */
@ApplicationScoped
class PackBuilder {

    /** Rows of the list per query. */
    private static final int BATCH = 2_000;
    /** More than any list can come to: what bounds a pack is its list. */
    private static final long MOST_BYTES = 1L << 50;

    private static final Duration TELL_AFTER = Duration.ofSeconds(1);

    @Inject
    private PackBuildService service;

    @Inject
    private TrailProofs trail;

    @Inject
    private TimeStampAuthority authority;

    @Inject
    private ContentStore store;

    @Inject
    private SigningKeys keys;

    @Inject
    private Clock clock;

    /** Builds it and says what became of it. A node that dies here is replaced by another when the lease has run out. */
    void build(BuildOrder order) {
        new PackAttempt(this::write, service::complete, service::fail).make(order);
    }

    private BuiltPack write(BuildOrder order) throws IOException {
        List<PackEntry> entries = entries(order);
        PackSigner signer = keys.pack();
        Telling telling = new Telling(order);
        try (PackProofs proofs = trail.proofs(entries, telling::proved);
                Writing writing =
                        store.begin(new Place(PackService.TABLE, order.pack(), order.organisation()), MOST_BYTES)) {
            entries.addAll(proofs.entries());
            PackPlan plan = new PackPlan(order.name(), info(order), entries, proofs.keys());
            // Made anew at each attempt, and nothing of an attempt is handed out before it is whole: one key, one file.
            Optional<PackEncryption> encryption = encryption(order);
            byte[] tagManifest = write(plan, signer, encryption, writing, telling);
            Stored stored = writing.finish();
            return new BuiltPack(
                    stored.blob(),
                    stored.size(),
                    stored.sha256(),
                    HexFormat.of().formatHex(tagManifest),
                    signer.key().fingerprint(),
                    proofs.trail(),
                    encryption.map(PackEncryption::envelope));
        }
    }

    private static Optional<PackEncryption> encryption(BuildOrder order) throws IOException {
        return order.certificate().isEmpty()
                ? Optional.empty()
                : Optional.of(new PackEncryption(order.certificate().get()));
    }

    /** The SHA-256 of the tag manifest. */
    private byte[] write(
            PackPlan plan, PackSigner signer, Optional<PackEncryption> encryption, OutputStream out, Telling telling)
            throws IOException {
        if (encryption.isEmpty()) {
            return PackWriter.write(plan, signer, authority.stamper(), out, telling);
        }
        try (OutputStream encrypting = encryption.get().encrypting(out)) {
            return PackWriter.write(plan, signer, authority.stamper(), encrypting, telling);
        }
    }

    private List<PackEntry> entries(BuildOrder order) {
        List<PackEntry> entries = new ArrayList<>(order.entries());
        for (int position = 0; position < order.entries(); position += BATCH) {
            service.sources(order.pack(), position, BATCH).forEach(source -> entries.add(entry(source)));
        }
        if (entries.size() != order.entries()) {
            throw new Refusal(AssuranceError.PACK_INCOMPLETE);
        }
        return entries;
    }

    private PackEntry entry(Source source) {
        return new PackEntry(source.path(), source.sha256(), source.size(), OptionalLong.of(source.crc32()), () -> {
            if (source.blob().isEmpty()) {
                throw Refusal.of(VaultError.CONTENT_MISSING, "path", source.path());
            }
            return store.open(source.place(), source.blob());
        });
    }

    /** What stands in bag-info.txt; the same whenever the pack is built. */
    private static BagInfo info(BuildOrder order) {
        return new BagInfo(List.of())
                .with("External-Identifier", order.name())
                .with("Internal-Sender-Identifier", order.pack().toString())
                .with("Bag-Group-Identifier", order.engagementNumber())
                .with("Bagging-Date", Days.of(order.requestedAt()).toString())
                .with("Sekisho-Requested-At", order.requestedAt().toString())
                .with("Sekisho-Trail-Position", String.valueOf(order.trailPosition()))
                .with("Sekisho-List-SHA256", order.listSha256())
                .with("Sekisho-TLP", order.label());
    }

    /** Tells the progress, at most once a second. */
    private final class Telling implements PackProgress {

        private final BuildOrder order;
        private Instant told;

        Telling(BuildOrder order) {
            this.order = order;
            this.told = clock.instant();
        }

        /** Some events more are proven. */
        void proved(int proofs, int allProofs) {
            if (isTime() || proofs == allProofs) {
                service.proved(order, proofs, allProofs);
            }
        }

        @Override
        public void at(int files, long bytes) {
            if (isTime()) {
                // Proofs come on top of the list.
                service.progress(order, Math.min(files, order.entries()), Math.min(bytes, order.bytes()));
            }
        }

        private boolean isTime() {
            Instant now = clock.instant();
            boolean time = Duration.between(told, now).compareTo(TELL_AFTER) >= 0;
            if (time) {
                told = now;
            }
            return time;
        }
    }
}
