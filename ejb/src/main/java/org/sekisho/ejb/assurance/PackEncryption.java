package org.sekisho.ejb.assurance;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputEncryptor;
import org.sekisho.domain.assurance.certificate.PackCertificate;
import org.sekisho.domain.assurance.pack.Envelope;

/**
 * Encrypts the bytes of one pack for a certificate: AES-256-CBC under a key that is made for this pack and forgotten, and a CMS structure
 * without content (RFC 5652, section 6.1) that holds the key for the certificate. {@code openssl cms -decrypt} reads a structure whole
 * into memory and no more than 2 GiB of it, but content that lies beside the structure it streams.
 */
final class PackEncryption {

    /** Given to whatever needs it, and not added to the JVM's providers, where it would serve others too. */
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private final OutputEncryptor encryptor;
    private final Envelope envelope;

    PackEncryption(PackCertificate certificate) throws IOException {
        try {
            this.encryptor = new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC).build();
            EnvelopedData data = new EnvelopedData(
                    null,
                    new DERSet(recipient(certificate).generate(encryptor.getKey())),
                    new EncryptedContentInfo(PKCSObjectIdentifiers.data, encryptor.getAlgorithmIdentifier(), null),
                    (ASN1Set) null);
            this.envelope = Envelope.of(new ContentInfo(CMSObjectIdentifiers.envelopedData, data).getEncoded("DER"));
        } catch (CMSException | GeneralSecurityException impossible) {
            throw new IOException("No encryption for " + certificate, impossible);
        }
    }

    private static RecipientInfoGenerator recipient(PackCertificate certificate) throws GeneralSecurityException {
        X509Certificate x509 = certificate.x509();
        return switch (certificate.kind()) {
            case RSA -> new JceKeyTransRecipientInfoGenerator(x509, oaep()).setProvider(PROVIDER);
            case EC -> {
                KeyPair ephemeral = ephemeral((ECPublicKey) x509.getPublicKey());
                yield new JceKeyAgreeRecipientInfoGenerator(
                                CMSAlgorithm.ECDH_SHA256KDF,
                                ephemeral.getPrivate(),
                                ephemeral.getPublic(),
                                CMSAlgorithm.AES256_WRAP)
                        .addRecipient(x509)
                        .setProvider(PROVIDER);
            }
        };
    }

    /** RSAES-OAEP with SHA-256 in both places (RFC 4055, section 4.1). */
    private static AlgorithmIdentifier oaep() {
        AlgorithmIdentifier hash = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256, DERNull.INSTANCE);
        return new AlgorithmIdentifier(
                PKCSObjectIdentifiers.id_RSAES_OAEP,
                new RSAESOAEPparams(
                        hash,
                        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_mgf1, hash),
                        RSAESOAEPparams.DEFAULT_P_SOURCE_ALGORITHM));
    }

    private static KeyPair ephemeral(ECPublicKey partner) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(partner.getParams());
        return generator.generateKeyPair();
    }

    /** Encrypts what is written to it; closing it writes the last block, and leaves the stream below open. Once only. */
    OutputStream encrypting(OutputStream out) {
        return encryptor.getOutputStream(new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        });
    }

    /** What opens it. */
    Envelope envelope() {
        return envelope;
    }
}
