package org.sekisho.proof.bag;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** The digests a bag may rest on (RFC 8493, section 2.4); MD5 and SHA-1 prove nothing any more. */
public enum BagAlgorithm {
    SHA256("sha256", "SHA-256", 32),
    SHA512("sha512", "SHA-512", 64);

    private final String name;
    private final String javaName;
    private final int length;

    BagAlgorithm(String name, String javaName, int length) {
        this.name = name;
        this.javaName = javaName;
        this.length = length;
    }

    /** The algorithm as it stands in the names of manifests. */
    public static Optional<BagAlgorithm> named(String name) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.name.equals(name))
                .findFirst();
    }

    public String manifest() {
        return "manifest-" + name + ".txt";
    }

    public String tagManifest() {
        return "tagmanifest-" + name + ".txt";
    }

    /** Bytes of a digest. */
    public int length() {
        return length;
    }

    MessageDigest start() {
        try {
            return MessageDigest.getInstance(javaName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + javaName, e);
        }
    }
}
