package org.sekisho.persistence.vault;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.domain.vault.KeyStore;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.domain.vault.VaultError;
import org.sekisho.persistence.vault.SealedHead.Format;
import org.sekisho.persistence.vault.SealedHead.Opened;

/**
 * Sealed files in a folder that all nodes share: {@code incoming} for what is being written, and a folder for each first two digits
 * of a name for what stands.
 */
@ApplicationScoped
public class FileContentStore implements ContentStore {

    /** JCA's AES-GCM is at its quickest with pieces of this size, and a range costs no more than two of them. */
    static final int SEGMENT = 64 * 1024;

    private static final Pattern BLOB = Pattern.compile("[0-9a-f]{64}");
    private static final int FOLDER_DIGITS = 2;
    private static final int KEY_LENGTH = 32;

    private final KeyStore keys;
    private final Path root;

    @Inject
    public FileContentStore(KeyStore keys, Settings settings) {
        this(keys, settings.content());
    }

    FileContentStore(KeyStore keys, Path root) {
        this.keys = keys;
        this.root = root;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected FileContentStore() {
        this.keys = null;
        this.root = null;
    }

    @Override
    public Writing begin(Place place, long limit) throws IOException {
        Opened envelope = SealedHead.create(Format.SEGMENTS, place, keys);
        PrivateFiles.makeFolder(incoming());
        Path unfinished = incoming().resolve(Ids.next() + ".part");
        FileChannel file = PrivateFiles.create(unfinished);
        return FileWriting.begin(this, unfinished, file, envelope, place, limit);
    }

    @Override
    public InputStream open(Place place, String blob, long offset) throws IOException {
        FileChannel file;
        try {
            file = FileChannel.open(file(blob));
        } catch (NoSuchFileException e) {
            throw Refusal.of(VaultError.CONTENT_MISSING, "blob", blob);
        }
        try {
            Opened envelope = SealedHead.open(Format.SEGMENTS, place, keys, Channels.newInputStream(file));
            return FileReading.open(cipher(envelope), file, place, offset);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    @Override
    public void erase(String blob) throws IOException {
        Path file = file(blob);
        if (Files.deleteIfExists(file)) {
            PrivateFiles.force(folder(blob));
        }
    }

    @Override
    public int sweep(Duration age, Predicate<String> named) throws IOException {
        PrivateFiles.makeFolder(incoming());
        FileTime before = FileTime.from(fileSystemTime().toInstant().minus(age));
        int swept = 0;
        for (Path folder : list(root)) {
            boolean unfinished = folder.equals(incoming());
            for (Path file : list(folder)) {
                String name = String.valueOf(file.getFileName());
                boolean ours = unfinished || BLOB.matcher(name).matches() && folder.equals(folder(name));
                if (ours
                        && Files.getLastModifiedTime(file).compareTo(before) < 0
                        && (unfinished || !named.test(name))
                        && Files.deleteIfExists(file)) {
                    swept++;
                }
            }
        }
        return swept;
    }

    /** Nodes' clocks differ and the demo regime moves the portal's; the files' times are the file system's. */
    private FileTime fileSystemTime() throws IOException {
        Path probe = incoming().resolve(Ids.next() + ".part");
        try {
            PrivateFiles.create(probe).close();
            return Files.getLastModifiedTime(probe);
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (NotDirectoryException e) {
            return List.of();
        }
    }

    /** Gives a file that is complete and on the disk its name. */
    void accept(Path unfinished, String blob) throws IOException {
        PrivateFiles.move(unfinished, folder(blob), blob);
    }

    /** Segments lie at multiples of their size in the file; the first is shorter by all that stands before it. */
    static AesGcmHkdfStreaming cipher(Opened envelope) {
        try {
            return new AesGcmHkdfStreaming(
                    envelope.dataKey(),
                    "HmacSha256",
                    KEY_LENGTH,
                    SEGMENT,
                    envelope.head().length());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM-HKDF doesn't take its parameters", e);
        }
    }

    private Path incoming() {
        return root.resolve("incoming");
    }

    private Path file(String blob) {
        if (!BLOB.matcher(blob).matches()) {
            throw Refusal.of(VaultError.CONTENT_MISSING, "blob", blob);
        }
        return folder(blob).resolve(blob);
    }

    private Path folder(String blob) {
        return root.resolve(blob.substring(0, FOLDER_DIGITS));
    }
}
