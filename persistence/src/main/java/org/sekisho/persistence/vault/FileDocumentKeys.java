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
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.vault.DocumentKey;
import org.sekisho.domain.vault.DocumentKeys;

/**
 * Pairs with certificates in the key folder, {@code signing/documents.pem}: the private key as PKCS#8 and the certificate, both in PEM
 * (RFC 7468) and in one file, so that nodes that start together agree on the pair. Of one that was replaced only the certificate is read.
 */
@ApplicationScoped
public class FileDocumentKeys implements DocumentKeys {

    private static final String IN_FORCE = "documents.pem";
    /** How a file is called that was replaced: with the second in which it was made. */
    private static final Pattern REPLACED = Pattern.compile("documents-[0-9]{14}\\.pem");

    private final Path folder;
    private final String portal;
    private final Clock clock;
    private final AtomicReference<@Nullable DocumentKey> current = new AtomicReference<>();
    private final AtomicReference<@Nullable List<X509Certificate>> replaced = new AtomicReference<>();

    @Inject
    public FileDocumentKeys(Settings settings, Clock clock) {
        this(settings.keys(), Objects.requireNonNullElse(settings.publicUrl().getAuthority(), "localhost"), clock);
    }

    FileDocumentKeys(Path keys, String portal, Clock clock) {
        this.folder = keys.resolve("signing");
        this.portal = portal;
        this.clock = clock;
    }

    /** For the container's proxy. */
    protected FileDocumentKeys() {
        this(Path.of(""), "", Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    @Override
    public DocumentKey current() {
        return current.updateAndGet(known -> known == null ? inForce() : known);
    }

    @Override
    public List<X509Certificate> replaced() {
        return replaced.updateAndGet(known -> known == null ? readReplaced() : known);
    }

    private DocumentKey inForce() {
        Path file = folder.resolve(IN_FORCE);
        try {
            if (Files.notExists(file)) {
                PrivateFiles.createWhole(file, DocumentKeyMaker.make(portal, clock.instant()));
            }
            return read(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("The key was removed while it was read: " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("Not a key with its certificate: " + file, e);
        }
    }

    private List<X509Certificate> readReplaced() {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            REPLACED.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.reverseOrder())
                    .map(FileDocumentKeys::certificate)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static X509Certificate certificate(Path file) {
        try {
            return Pem.certificate(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("No certificate in " + file, e);
        }
    }

    private static DocumentKey read(String file) throws GeneralSecurityException {
        PrivateKey secret = Pem.privateKey(file, DocumentKeyMaker.ALGORITHM);
        X509Certificate certificate = Pem.certificate(file);
        byte[] probe = IN_FORCE.getBytes(StandardCharsets.US_ASCII);
        Signature signing = Signature.getInstance(DocumentKeyMaker.SIGNATURE);
        signing.initSign(secret);
        signing.update(probe);
        Signature checking = Signature.getInstance(DocumentKeyMaker.SIGNATURE);
        checking.initVerify(certificate.getPublicKey());
        checking.update(probe);
        if (!checking.verify(signing.sign())) {
            throw new IllegalArgumentException("Key and certificate don't belong together");
        }
        return new DocumentKey(secret, certificate);
    }
}
