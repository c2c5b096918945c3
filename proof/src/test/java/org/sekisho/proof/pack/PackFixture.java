package org.sekisho.proof.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import org.sekisho.proof.bag.BagInfo;
import org.sekisho.proof.bag.BagLimits;
import org.sekisho.proof.bag.BagZip;
import org.sekisho.proof.hash.Sha256;

/** A small pack, and the key that signs it. */
public final class PackFixture {

    public static final KeyPair PAIR = pair();

    public static final String FOLDER = "pack-2026-07";

    public static final BagInfo INFO = new BagInfo(List.of(new BagInfo.Field("Source-Organization", "Sekisho")));

    private PackFixture() {}

    public static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static PackSigner signer() {
        return PackSigner.of(PAIR);
    }

    public static String fingerprint() {
        return PackKey.of(PAIR.getPublic()).fingerprint();
    }

    public static PackPlan plan() {
        return plan(List.of(
                entry("data/VERIFY.txt", "sha256sum -c manifest-sha256.txt\n", true),
                entry("data/agreement/agreement.json", "{\"title\":\"\u5229\u7528\u5354\u5b9a\u66f8\"}", false),
                entry("data/evidence/empty", "", true)));
    }

    public static PackPlan plan(List<PackEntry> entries) {
        return new PackPlan(FOLDER, INFO, entries, Map.of("keys/other.pem", "another key\n"));
    }

    public static PackEntry entry(String path, String text, boolean crcKnown) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(content);
        return new PackEntry(
                path,
                Sha256.hex(content),
                content.length,
                crcKnown ? OptionalLong.of(crc.getValue()) : OptionalLong.empty(),
                () -> new ByteArrayInputStream(content));
    }

    /** Writes the small pack into a file. */
    public static Path write(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            PackWriter.write(plan(), signer(), out, (files, bytes) -> {});
        }
        return file;
    }

    /** Unpacks a pack into a folder that will hold bagit.txt. */
    public static void unpack(Path zip, Path folder) throws IOException {
        try (BagZip source = BagZip.open(zip, BagLimits.DEFAULT)) {
            for (String path : source.files().keySet()) {
                Path target = folder.resolve(path);
                Files.createDirectories(target.getParent());
                try (InputStream content = source.open(path)) {
                    Files.copy(content, target);
                }
            }
        }
    }
}
