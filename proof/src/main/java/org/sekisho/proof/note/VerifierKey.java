package org.sekisho.proof.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.proof.hash.Sha256;

/**
 * A public key under a name, as verifiers are given it ({@code name+id+key}; C2SP signed-note, "Verifier keys"). The identifier is the
 * beginning of a hash of name, type and key: it tells keys apart and proves nothing.
 */
public final class VerifierKey {

    private static final Pattern FORM = Pattern.compile("([^+]{1,255})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]{1,64})");

    private final String name;
    private final SignatureType type;
    private final byte[] raw;
    private final PublicKey key;
    private final int id;

    private VerifierKey(String name, SignatureType type, byte[] raw) throws NoteException {
        this.name = requireName(name);
        this.type = type;
        this.raw = raw;
        this.key = Ed25519.key(raw);
        this.id = id(name, type, raw);
    }

    /**
     * @param name without spaces and plus signs, such as {@code example.com/log}
     * @param key of Ed25519
     * @throws NoteException where the name isn't one, or the key of another algorithm
     */
    public static VerifierKey of(String name, SignatureType type, PublicKey key) throws NoteException {
        return new VerifierKey(name, type, Ed25519.raw(key));
    }

    /** @throws NoteException where the text isn't a key of a known type, or its identifier isn't its own */
    public static VerifierKey parse(String text) throws NoteException {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new NoteException(NoteProblem.MALFORMED);
        }
        byte[] material = base64(parts.group(3));
        SignatureType type = SignatureType.of(material.length == 0 ? 0 : material[0])
                .orElseThrow(() -> new NoteException(NoteProblem.KEY_UNSUPPORTED));
        if (material.length != 1 + Ed25519.KEY) {
            throw new NoteException(NoteProblem.KEY_UNSUPPORTED);
        }
        VerifierKey parsed = new VerifierKey(parts.group(1), type, Arrays.copyOfRange(material, 1, material.length));
        if (!HexFormat.of().toHexDigits(parsed.id).equals(parts.group(2))) {
            throw new NoteException(NoteProblem.KEY_ID_DIFFERS);
        }
        return parsed;
    }

    static String requireName(String name) throws NoteException {
        boolean fits = !name.isEmpty()
                && name.codePoints()
                        .noneMatch(each -> each == '+'
                                || each < ' '
                                || Character.isWhitespace(each)
                                || Character.isSpaceChar(each));
        if (!fits) {
            throw new NoteException(NoteProblem.MALFORMED);
        }
        return name;
    }

    private static int id(String name, SignatureType type, byte[] raw) {
        MessageDigest digest = Sha256.start();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(type.assigned());
        return ByteBuffer.wrap(digest.digest(raw)).getInt();
    }

    static byte[] base64(String text) throws NoteException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            // One text for one content: what isn't written as it would be is another note with the same signature.
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
            throw new NoteException(NoteProblem.MALFORMED);
        } catch (IllegalArgumentException malformed) {
            throw new NoteException(NoteProblem.MALFORMED, malformed);
        }
    }

    /** Whether a signature line names this key. */
    boolean isNamedBy(NoteSignature signature) {
        return signature.id() == id && signature.name().equals(name);
    }

    boolean verifies(String text, NoteSignature signature) {
        byte[] signed = signature.signed();
        return switch (type) {
            case ED25519 -> signed.length == Ed25519.SIGNATURE
                    && Ed25519.verifies(key, text.getBytes(StandardCharsets.UTF_8), signed);
            case COSIGNATURE -> Cosignature.parse(signed)
                    .filter(each -> Ed25519.verifies(key, Cosignature.message(each.time(), text), each.signed()))
                    .isPresent();
        };
    }

    public String name() {
        return name;
    }

    public SignatureType type() {
        return type;
    }

    /** The identifier in four bytes. */
    public int id() {
        return id;
    }

    public PublicKey key() {
        return key;
    }

    /** As verifiers are given it. */
    public String text() {
        byte[] material = new byte[1 + raw.length];
        material[0] = type.assigned();
        System.arraycopy(raw, 0, material, 1, raw.length);
        return name + "+" + HexFormat.of().toHexDigits(id) + "+"
                + Base64.getEncoder().encodeToString(material);
    }

    @Override
    public String toString() {
        return text();
    }
}
