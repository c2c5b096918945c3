package org.sekisho.persistence.vault;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.vault.KeyStore;
import org.sekisho.domain.vault.VaultError;

/**
 * Keys in a folder: {@code organisations/<id>/<version>.json}, and {@code organisations/<id>/destroyed} when they are gone. The
 * folder is the one truth and is asked each time, so that nodes that share it agree without talking to each other.
 */
@ApplicationScoped
public class FileKeyStore implements KeyStore {

    private static final Pattern FILE = Pattern.compile("([1-9][0-9]{0,8})\\.json");
    private static final String DESTROYED = "destroyed";

    private final Path organisations;
    private final SecureRandom random = new SecureRandom();
    private final Map<Path, Aead> ciphers = new ConcurrentHashMap<>();

    @Inject
    public FileKeyStore(Settings settings) {
        this(settings.keys());
    }

    FileKeyStore(Path keys) {
        organisations = keys.resolve("organisations");
    }

    /** For the container's proxy. */
    protected FileKeyStore() {
        this(Path.of(""));
    }

    @Override
    public Wrapped wrap(UUID organisation, byte[] dataKey, byte[] associatedData) {
        int version = version(organisation);
        try {
            return new Wrapped(version, cipher(organisation, version).encrypt(dataKey, associatedData));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM doesn't encrypt", e);
        }
    }

    @Override
    public byte[] unwrap(UUID organisation, Wrapped wrapped, byte[] associatedData) {
        try {
            return cipher(organisation, wrapped.version()).decrypt(wrapped.bytes(), associatedData);
        } catch (GeneralSecurityException e) {
            throw new SecurityException("The wrapped key was changed, or belongs elsewhere", e);
        }
    }

    @Override
    public int create(UUID organisation) {
        return versions(organisation).isEmpty() ? make(organisation, 1) : version(organisation);
    }

    @Override
    public int rotate(UUID organisation) {
        return make(organisation, version(organisation) + 1);
    }

    private int make(UUID organisation, int version) {
        requireNotDestroyed(organisation);
        byte[] key = new byte[OrganisationKey.LENGTH];
        random.nextBytes(key);
        try {
            PrivateFiles.createWhole(
                    file(organisation, version), new OrganisationKey(organisation, version, key).file());
            if (isDestroyed(organisation)) {
                // Somebody destroyed between the check and the file; this key has sealed nothing.
                destroy(organisation);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        requireNotDestroyed(organisation);
        return version;
    }

    @Override
    public void destroy(UUID organisation) {
        try {
            // The mark comes first: from then on nobody makes a key, so what is removed below was all there is.
            PrivateFiles.createWhole(folder(organisation).resolve(DESTROYED), new byte[0]);
            for (int version : versions(organisation)) {
                Path file = file(organisation, version);
                Files.deleteIfExists(file);
                ciphers.remove(file);
            }
            PrivateFiles.force(folder(organisation));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int version(UUID organisation) {
        requireNotDestroyed(organisation);
        SortedSet<Integer> versions = versions(organisation);
        if (versions.isEmpty()) {
            throw Refusal.of(VaultError.KEY_MISSING, "organisation", organisation);
        }
        return versions.last();
    }

    @Override
    public SortedSet<Integer> versions(UUID organisation) {
        SortedSet<Integer> versions = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder(organisation))) {
            files.forEach(each -> {
                Matcher name = FILE.matcher(String.valueOf(each.getFileName()));
                if (name.matches()) {
                    versions.add(Integer.valueOf(name.group(1)));
                }
            });
        } catch (NoSuchFileException | NotDirectoryException e) {
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }

    @Override
    public String fingerprint(UUID organisation, int version) {
        return key(organisation, version).fingerprint();
    }

    private Aead cipher(UUID organisation, int version) throws GeneralSecurityException {
        requireNotDestroyed(organisation);
        Path file = file(organisation, version);
        Aead known = ciphers.get(file);
        // A key whose file is gone isn't used from memory either.
        if (known != null && Files.exists(file)) {
            return known;
        }
        Aead read = key(organisation, version).cipher();
        ciphers.put(file, read);
        return read;
    }

    private OrganisationKey key(UUID organisation, int version) {
        requireNotDestroyed(organisation);
        Path file = file(organisation, version);
        try {
            return OrganisationKey.read(organisation, version, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new Refusal(VaultError.KEY_MISSING, Map.of("organisation", organisation, "version", version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Not the key it should be: " + file, e);
        }
    }

    private void requireNotDestroyed(UUID organisation) {
        if (isDestroyed(organisation)) {
            throw Refusal.of(VaultError.KEY_DESTROYED, "organisation", organisation);
        }
    }

    private boolean isDestroyed(UUID organisation) {
        return Files.exists(folder(organisation).resolve(DESTROYED));
    }

    private Path folder(UUID organisation) {
        return organisations.resolve(organisation.toString());
    }

    private Path file(UUID organisation, int version) {
        return folder(organisation).resolve(version + ".json");
    }
}
