package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.container.regime.Sessions.use;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.MGF1ParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Kept;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.agreement.clause.NetworkRange;
import org.sekisho.domain.assurance.certificate.CertificateRow;
import org.sekisho.domain.party.Role;
import org.sekisho.ejb.assurance.AuditService;
import org.sekisho.ejb.assurance.CertificateService;
import org.sekisho.ejb.assurance.GiveCertificate;
import org.sekisho.ejb.assurance.PackService;
import org.sekisho.ejb.assurance.RangeWanted;
import org.sekisho.ejb.shared.FileToSend;
import org.sekisho.proof.hash.Sha256;

/** Packs that are encrypted for a certificate, as the portal builds and sends them. */
final class CertificateChecks {

    private static final int HALF = 1_000;

    private final Bank bank = Regime.get().own();
    private final Player auditor = Regime.get().player(Role.AUDITOR);
    private final UUID audit = bank.thing("engagement");

    void aPackIsEncryptedForTheCertificateInUseAndOnlyItsKeyOpensIt()
            throws GeneralSecurityException, IOException, OperatorCreationException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(3_072);
            KeyPair pair = generator.generateKeyPair();
            byte[] certificate = certificate(pair);
            CertificateService certificates = use(CertificateService.class);
            GiveCertificate given = new GiveCertificate(audit, certificate, Optional.of(Sha256.hex(certificate)));
            assertEquals(
                    "assurance.certificate-another",
                    AtOnce.outcome(() -> auditor.run(() -> certificates.giveCertificate(
                            new GiveCertificate(audit, certificate, Optional.of("00".repeat(32)))))));
            auditor.run(() -> certificates.giveCertificate(given));
            assertEquals(
                    "assurance.certificate-already",
                    AtOnce.outcome(() -> auditor.run(() -> certificates.giveCertificate(given))));
            Optional<CertificateRow> seen = bank.person(Role.CISO).as(() -> certificates.certificate(audit));
            assertEquals(
                    Sha256.hex(certificate),
                    seen.flatMap(CertificateRow::certificate).orElseThrow().sha256());

            UUID pack = Regime.get().pack(bank);
            FileToSend whole = download(pack, RangeWanted.whole());
            assertTrue(whole.name().endsWith(".zip.enc"), whole.name());
            byte[] encrypted = sent(whole);
            assertEquals(whole.sha256(), Sha256.hex(encrypted));
            FileToSend rest = download(
                    pack, new RangeWanted(Optional.of("bytes=" + HALF + "-"), Optional.of('"' + whole.sha256() + '"')));
            assertArrayEquals(Arrays.copyOfRange(encrypted, HALF, encrypted.length), sent(rest));
            byte[] envelope = sent(auditor.as(() -> use(PackService.class).envelope(pack)));
            try (ZipInputStream zip =
                    new ZipInputStream(new ByteArrayInputStream(decrypted(encrypted, envelope, pair)))) {
                assertTrue(zip.getNextEntry().getName().startsWith(whole.name().replace(".zip.enc", "") + "/data/"));
            }

            auditor.run(() -> certificates.withdrawCertificate(audit));
            UUID plain = Regime.get().pack(bank);
            assertTrue(download(plain, RangeWanted.whole()).name().endsWith(".zip"));
            assertEquals(
                    "assurance.pack-not-encrypted",
                    AtOnce.outcome(
                            () -> auditor.run(() -> use(PackService.class).envelope(plain))));
        } finally {
            Kept.restore();
        }
    }

    void aPackIsHandedOverIntoApprovedNetworksOnly() {
        try {
            UUID pack = Regime.get().pack(bank);
            approve(List.of("10.0.0.0/8", "2001:db8:12::/48"));
            assertEquals(
                    "assurance.outside-approved-networks", AtOnce.outcome(() -> download(pack, RangeWanted.whole())));
            assertEquals("agreement.clause-network-malformed", AtOnce.outcome(() -> approve(List.of("127.0.0.1"))));
            approve(List.of("10.0.0.0/8", "127.0.0.0/8"));
            assertEquals(
                    List.of("10.0.0.0/8", "127.0.0.0/8"),
                    auditor.as(() -> use(AuditService.class).one(audit)).networks().stream()
                            .map(NetworkRange::cidr)
                            .toList());
            assertTrue(download(pack, RangeWanted.whole()).name().endsWith(".zip"));
        } finally {
            Kept.restore();
        }
    }

    private void approve(List<String> networks) {
        Regime.get().player(Role.COORDINATOR).run(() -> use(AuditService.class).approveNetworks(audit, networks));
    }

    private FileToSend download(UUID pack, RangeWanted range) {
        return auditor.as(() -> use(PackService.class).download(pack, range));
    }

    private static byte[] sent(FileToSend file) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        file.writeTo(sent);
        return sent.toByteArray();
    }

    private static byte[] certificate(KeyPair pair) throws OperatorCreationException, IOException {
        Instant now = use(Clock.class).instant();
        X500Name name = new X500Name("CN=Kensa Audit");
        return new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(Duration.ofDays(400))),
                        name,
                        pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
                .getEncoded();
    }

    /** As any CMS tool does it; that openssl does is tested where openssl is. */
    private static byte[] decrypted(byte[] content, byte[] envelope, KeyPair pair) throws GeneralSecurityException {
        EnvelopedData data =
                EnvelopedData.getInstance(ContentInfo.getInstance(envelope).getContent());
        RecipientInfo recipient =
                RecipientInfo.getInstance(data.getRecipientInfos().getObjectAt(0));
        Cipher unwrapping = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        unwrapping.init(
                Cipher.DECRYPT_MODE,
                pair.getPrivate(),
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        byte[] key = unwrapping.doFinal(KeyTransRecipientInfo.getInstance(recipient.getInfo())
                .getEncryptedKey()
                .getOctets());
        byte[] iv = ASN1OctetString.getInstance(data.getEncryptedContentInfo()
                        .getContentEncryptionAlgorithm()
                        .getParameters())
                .getOctets();
        Cipher decrypting = Cipher.getInstance("AES/CBC/PKCS5Padding");
        decrypting.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
        return decrypting.doFinal(content);
    }
}
