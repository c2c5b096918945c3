package org.sekisho.proof.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.proof.file.DurableFile;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.NoteSigner;
import org.sekisho.proof.note.SignatureType;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.note.VerifierKey;
import org.sekisho.proof.pack.PackKey;

/** The witness's own key: one file with the private key (PKCS #8) and the public one (SubjectPublicKeyInfo) in PEM (RFC 7468). */
final class WitnessKey {

    /** Signed to see whether two keys are a pair, and shown to nobody. */
    private static final String PROBE = "probe\n";

    private static final String ALGORITHM = "Ed25519";
    private static final Pattern FILE = Pattern.compile(
            "-----BEGIN PRIVATE KEY-----\n([A-Za-z0-9+/=]{1,200})\n-----END PRIVATE KEY-----\n(-----BEGIN PUBLIC KEY.{1,300})",
            Pattern.DOTALL);
    private static final Set<PosixFilePermission> OTHERS =
            EnumSet.range(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_EXECUTE);

    private WitnessKey() {}

    /** Reads the key; makes one, that only its owner may read, where there is none. */
    static NoteSigner open(Path file, String name) throws WitnessException {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            requireUnexposed(file);
            return signer(Files.readString(file, StandardCharsets.US_ASCII), name);
        } catch (WitnessException e) {
            throw e;
        } catch (NoteException e) {
            throw new WitnessException(WitnessProblem.SETTING_WRONG, "name", e);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new WitnessException(WitnessProblem.KEY_UNREADABLE, file.toString(), e);
        }
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        String secret = Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
        String pem = "-----BEGIN PRIVATE KEY-----\n" + secret + "\n-----END PRIVATE KEY-----\n"
                + PackKey.of(pair.getPublic()).pem();
        DurableFile.write(file, pem.getBytes(StandardCharsets.US_ASCII));
    }

    private static void requireUnexposed(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new WitnessException(WitnessProblem.KEY_EXPOSED, file.toString());
        }
    }

    private static NoteSigner signer(String pem, String name) throws GeneralSecurityException, NoteException {
        Matcher parts = FILE.matcher(pem);
        Optional<PackKey> key = parts.matches()
                ? PackKey.fromPem(parts.group(2).getBytes(StandardCharsets.US_ASCII))
                : Optional.empty();
        if (key.isEmpty()) {
            throw new IllegalArgumentException("Not a key");
        }
        PrivateKey secret = KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts.group(1))));
        VerifierKey verifier =
                VerifierKey.of(name, SignatureType.COSIGNATURE, key.get().key());
        NoteSigner signer = new NoteSigner(verifier, secret);
        requirePair(signer);
        return signer;
    }

    private static void requirePair(NoteSigner signer) {
        String text = PROBE;
        try {
            new SignedNote(text, List.of(signer.cosign(text, Instant.EPOCH))).verify(List.of(signer.verifier()));
        } catch (NoteException e) {
            throw new IllegalArgumentException("Not a pair", e);
        }
    }
}
