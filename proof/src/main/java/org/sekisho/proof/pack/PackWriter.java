package org.sekisho.proof.pack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sekisho.proof.bag.BagAlgorithm;
import org.sekisho.proof.bag.BagDeclaration;
import org.sekisho.proof.bag.BagInfo;
import org.sekisho.proof.bag.BagManifest;
import org.sekisho.proof.bag.BagPaths;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.relay.Relay.Piece;

/**
 * Writes an evidence pack: a BagIt 1.0 bag in a ZIP file under one top folder, signed. It is streamed: each payload file is
 * read once, on a thread beside the caller's, checked against the plan while it is copied, and never held. The same plan gives the same bytes, as long as
 * every CRC-32 is known (compression may differ between versions of zlib).
 *
 * <p>Payload: data/… of the plan. Tag files: bagit.txt, bag-info.txt, manifest-sha256.txt and keys/…, all listed in
 * tagmanifest-sha256.txt, over which tagmanifest-sha256.txt.sig is made, and the time-stamp where there is an authority.
 */
public final class PackWriter {

    /** Gathers headers and small files; what is larger goes through as it comes. */
    private static final int BUFFER = 8 * 1024;

    /** Within a file, progress is told this often. */
    private static final long STEP = 8L * 1024 * 1024;

    private final PackZip zip;
    private final PackProgress progress;
    private int files;
    private long bytes;
    private long told;

    private PackWriter(PackZip zip, PackProgress progress) {
        this.zip = zip;
        this.progress = progress;
    }

    /**
     * @param stamper has the tag manifest stamped; empty where no authority is configured
     * @param out gets the ZIP file; flushed, not closed
     * @return the SHA-256 of the tag manifest, which names the pack's content
     * @throws EntryChangedException when a file isn't what the plan says
     * @throws org.sekisho.proof.bag.BagException when two paths would be one file on some system
     * @throws IOException when reading or writing fails. In each case what was written is no pack and must be discarded
     */
    public static byte[] write(
            PackPlan plan,
            PackSigner signer,
            Optional<PackTimeStamper> stamper,
            OutputStream out,
            PackProgress progress)
            throws IOException {
        BagPaths paths = new BagPaths();
        for (PackEntry entry : plan.entries()) {
            paths.addFile(entry.path());
        }
        for (String path : plan.keys().keySet()) {
            paths.addFile(path);
        }
        OutputStream buffered = new BufferedOutputStream(out, BUFFER);
        try (PackZip zip = new PackZip(plan.folder(), buffered)) {
            byte[] digest = new PackWriter(zip, progress).write(plan, signer, stamper);
            zip.finish();
            buffered.flush();
            return digest;
        }
    }

    /** The same without a time-stamp. */
    public static byte[] write(PackPlan plan, PackSigner signer, OutputStream out, PackProgress progress)
            throws IOException {
        return write(plan, signer, Optional.empty(), out, progress);
    }

    private byte[] write(PackPlan plan, PackSigner signer, Optional<PackTimeStamper> stamper) throws IOException {
        try (EntriesAhead ahead = new EntriesAhead(plan.entries())) {
            for (PackEntry entry : plan.entries()) {
                writeEntry(entry, ahead);
            }
        }
        SortedMap<String, byte[]> tagFiles = tagFiles(plan, signer.key());
        for (Map.Entry<String, byte[]> tagFile : tagFiles.entrySet()) {
            zip.write(tagFile.getKey(), tagFile.getValue());
        }
        StringBuilder lines = new StringBuilder();
        tagFiles.forEach((path, content) -> lines.append(BagManifest.line(Sha256.hex(content), path)));
        byte[] tagManifest = utf8(lines);
        zip.write(BagAlgorithm.SHA256.tagManifest(), tagManifest);
        zip.write(PackSignature.PATH, signer.sign(tagManifest));
        if (stamper.isPresent()) {
            zip.write(PackSignature.TIME_STAMP, stamper.get().stamp(tagManifest));
        }
        return Sha256.digest(tagManifest);
    }

    private static SortedMap<String, byte[]> tagFiles(PackPlan plan, PackKey key) {
        StringBuilder manifest = new StringBuilder();
        plan.entries().forEach(entry -> manifest.append(BagManifest.line(entry.sha256(), entry.path())));
        String oxum = plan.payloadBytes() + "." + plan.entries().size();
        SortedMap<String, byte[]> tagFiles = new TreeMap<>();
        tagFiles.put(BagDeclaration.PATH, utf8(BagDeclaration.TEXT));
        tagFiles.put(
                BagInfo.PATH, utf8(plan.info().with(BagInfo.PAYLOAD_OXUM, oxum).text()));
        tagFiles.put(BagAlgorithm.SHA256.manifest(), utf8(manifest));
        tagFiles.put(PackKey.PATH, utf8(key.pem()));
        plan.keys().forEach((path, pem) -> tagFiles.put(path, utf8(pem)));
        return tagFiles;
    }

    private void writeEntry(PackEntry entry, EntriesAhead ahead) throws IOException {
        zip.begin(entry);
        for (Optional<Piece> next = ahead.next(); next.isPresent(); next = ahead.next()) {
            Piece piece = next.get();
            zip.write(piece.buffer(), piece.count());
            bytes += piece.count();
            ahead.giveBack(piece);
            tellWithin();
        }
        zip.end(entry);
        files++;
        told = bytes;
        progress.at(files, bytes);
    }

    private void tellWithin() throws IOException {
        if (bytes - told >= STEP) {
            told = bytes;
            progress.at(files, bytes);
        }
    }

    private static byte[] utf8(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
