package org.sekisho.ejb.assurance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.sekisho.domain.assurance.pack.ProvenTrail;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.pack.PackEntry;
import org.sekisho.proof.pack.PackKey;

/**
 * Files that are made for one building of a pack and stand in no list: kept one after the other in a temporary file, which goes when this is
 * closed. They are hashes and signatures, and no secrets.
 */
final class PackProofs implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private final List<PackEntry> entries = new ArrayList<>();
    private final Map<String, String> keys = new TreeMap<>();
    private long end;
    private Optional<ProvenTrail> trail = Optional.empty();

    PackProofs() throws IOException {
        file = Files.createTempFile("sekisho-proofs", null);
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    void add(String path, byte[] content) throws IOException {
        long start = end;
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            end += channel.write(rest, end);
        }
        CRC32 crc = new CRC32();
        crc.update(content);
        entries.add(new PackEntry(
                path,
                Sha256.hex(content),
                content.length,
                OptionalLong.of(crc.getValue()),
                () -> new ByteArrayInputStream(read(start, content.length))));
    }

    private byte[] read(long start, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, start + bytes.position()) < 0) {
                throw new IOException("The file of proofs was cut");
            }
        }
        return bytes.array();
    }

    /** A public key that stands in the pack beside its own. */
    void key(String path, PackKey key) {
        keys.put(path, key.pem());
    }

    /** Those keys by their paths. */
    Map<String, String> keys() {
        return keys;
    }

    /** Under which checkpoint they are proofs. */
    void under(ProvenTrail checkpoint) {
        trail = Optional.of(checkpoint);
    }

    /** The checkpoint; empty where there are no proofs. */
    Optional<ProvenTrail> trail() {
        return trail;
    }

    List<PackEntry> entries() {
        return entries;
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
