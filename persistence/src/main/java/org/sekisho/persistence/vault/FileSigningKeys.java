package org.sekisho.persistence.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.trail.log.TrailKey;
import org.sekisho.domain.trail.log.TrailKeys;
import org.sekisho.domain.vault.SigningKeys;
import org.sekisho.proof.pack.PackKey;
import org.sekisho.proof.pack.PackSignature;
import org.sekisho.proof.pack.PackSigner;

/**
 * Ed25519 pairs in the key folder, {@code signing/<name>.pem}: the private key as PKCS#8 and the public one as SubjectPublicKeyInfo
 * (RFC 8410), both in PEM (RFC 7468) and in one file, so that nodes that start together agree on the pair.
 */
@ApplicationScoped
public class FileSigningKeys implements SigningKeys, TrailKeys {

    /** How a key of the trail is called that was replaced: with the second in which it was. */
    private static final Pattern RETIRING = Pattern.compile("trail-[0-9]{14}\\.pem");

    private static final String ALGORITHM = "Ed25519";
    private static final int LINE = 64;
    private static final Pattern FILE = Pattern.compile(
            "-----BEGIN PRIVATE KEY-----\\r"
                    + "?\\n"
                    + "([A-Za-z0-9+/=\\r"
                    + "\\n"
                    + "]{1,200})-----END PRIVATE KEY-----\\r"
                    + "?\\n"
                    + "(-----BEGIN PUBLIC KEY-----.*)",
            Pattern.DOTALL);

    private final Path folder;
    private final Map<String, PackSigner> signers = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable TrailKey> trail = new AtomicReference<>();
    private final AtomicReference<@Nullable List<TrailKey>> retiring = new AtomicReference<>();

    @Inject
    public FileSigningKeys(Settings settings) {
        this(settings.keys());
    }

    FileSigningKeys(Path keys) {
        folder = keys.resolve("signing");
    }

    /** For the container's proxy. */
    protected FileSigningKeys() {
        this(Path.of(""));
    }

    @Override
    public PackSigner pack() {
        return signers.computeIfAbsent("pack", name -> PackSigner.of(pair(name)));
    }

    @Override
    public TrailKey current() {
        return trail.updateAndGet(known -> known == null ? TrailKey.of(pair("trail")) : known);
    }

    @Override
    public List<TrailKey> retiring() {
        return retiring.updateAndGet(known -> known == null ? readRetiring() : known);
    }

    private List<TrailKey> readRetiring() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> RETIRING.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .map(name -> TrailKey.of(pair(name.substring(0, name.length() - ".pem".length()))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KeyPair pair(String name) {
        Path file = folder.resolve(name + ".pem");
        try {
            if (Files.notExists(file)) {
                PrivateFiles.createWhole(file, generate());
            }
            return read(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("The key was removed while it was read: " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("Not a pair of Ed25519 keys: " + file, e);
        }
    }

    private static byte[] generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            String secret = Base64.getMimeEncoder(LINE, new byte[] {'\n'})
                    .encodeToString(pair.getPrivate().getEncoded());
            String file = "-----BEGIN PRIVATE KEY-----\n" + secret + "\n-----END PRIVATE KEY-----\n"
                    + PackKey.of(pair.getPublic()).pem();
            return file.getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has Ed25519 since 15", e);
        }
    }

    private static KeyPair read(String file) throws GeneralSecurityException {
        Matcher pem = FILE.matcher(file);
        if (!pem.matches()) {
            throw new IllegalArgumentException("Two PEM blocks are expected: PRIVATE KEY, PUBLIC KEY");
        }
        byte[] secret = Base64.getDecoder().decode(pem.group(1).replaceAll("[\\r\\n]", ""));
        PrivateKey key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(secret));
        PackKey open = PackKey.fromPem(pem.group(2).getBytes(StandardCharsets.US_ASCII))
                .orElseThrow(() -> new IllegalArgumentException("Not an Ed25519 public key"));
        KeyPair pair = new KeyPair(open.key(), key);
        byte[] probe = PackKey.PATH.getBytes(StandardCharsets.US_ASCII);
        if (!PackSignature.verify(open, probe, PackSigner.of(pair).sign(probe))) {
            throw new IllegalArgumentException("The two keys don't belong together");
        }
        return pair;
    }
}
