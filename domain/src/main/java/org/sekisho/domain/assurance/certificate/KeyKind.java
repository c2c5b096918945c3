package org.sekisho.domain.assurance.certificate;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.List;
import java.util.Optional;

/** Kinds of keys that packs are encrypted for, as they are named in certificates. */
public enum KeyKind {
    /** The key of the pack is encrypted for it (RSAES-OAEP with SHA-256, RFC 3560). */
    RSA,
    /** On P-256 or P-384: the key of the pack is wrapped with one that both sides agree on (ECDH, RFC 5753). */
    EC;

    private static final List<String> CURVES = List.of("secp256r1", "secp384r1");

    /** Of a key; empty where it is of another kind, on another curve, or for signatures only. */
    static Optional<KeyKind> of(PublicKey key) {
        if (key instanceof RSAPublicKey && key.getAlgorithm().equals(RSA.name())) {
            return Optional.of(RSA);
        }
        return key instanceof ECPublicKey point && CURVES.stream().anyMatch(curve -> isOn(curve, point.getParams()))
                ? Optional.of(EC)
                : Optional.empty();
    }

    private static boolean isOn(String name, ECParameterSpec found) {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance(EC.name());
            parameters.init(new ECGenParameterSpec(name));
            ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
            return curve.getCurve().equals(found.getCurve())
                    && curve.getGenerator().equals(found.getGenerator())
                    && curve.getOrder().equals(found.getOrder());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has the curve " + name, impossible);
        }
    }
}
