package org.sekisho.ejb.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.vault.DocumentKey;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.pack.PackTimeStamper;
import org.sekisho.proof.time.StockAuthority;
import org.sekisho.proof.time.TimeStampRequest;

/** A signed document is a PAdES baseline signature that tools which aren't ours accept, and stays PDF/A-2b. */
class PdfSignatureTest {

    /** What openssl checks against the machine's clock. */
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    private Path folder;

    private DocumentKey key;
    private byte[] unsigned;

    @BeforeEach
    void aDocument() throws Exception {
        key = TestDocumentKey.make(NOW);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfDocument.write(PdfDocumentTest.everything().label(Tlp.GREEN), NOW, out);
        unsigned = out.toByteArray();
    }

    @Test
    void whatWasThereStaysAndTheSignatureCoversAllOfIt() throws Exception {
        byte[] file = sign(Optional.empty());
        assertArrayEquals(unsigned, Arrays.copyOf(file, unsigned.length));
        SignedPdf signed = SignedPdf.read(file);
        assertTrue(signed.holds(key.certificate()));
        assertFalse(signed.holds(TestDocumentKey.make(NOW).certificate()), "another's certificate");
        assertEquals("ETSI.CAdES.detached", signed.dictionary().getSubFilter());
        assertEquals("Adobe.PPKLite", signed.dictionary().getFilter());
        assertEquals(NOW, signed.dictionary().getSignDate().toInstant());
        assertEquals("A reason / 理由", signed.dictionary().getReason());
    }

    @Test
    void itIsABaselineSignatureOfLevelBB() throws Exception {
        SignerInformation signer = SignedPdf.read(sign(Optional.empty())).signer();
        assertEquals("2.16.840.1.101.3.4.2.1", signer.getDigestAlgOID());
        assertNull(signer.getSignedAttributes().get(CMSAttributes.signingTime), "PAdES has the time in M");
        assertNotNull(signer.getSignedAttributes().get(CMSAttributes.contentType));
        assertNotNull(signer.getSignedAttributes().get(CMSAttributes.messageDigest));
        SigningCertificateV2 named = SigningCertificateV2.getInstance(signer.getSignedAttributes()
                .get(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                .getAttrValues()
                .getObjectAt(0));
        assertArrayEquals(Sha256.digest(key.certificate().getEncoded()), named.getCerts()[0].getCertHash());
        assertNull(signer.getUnsignedAttributes());
    }

    @Test
    void aFlippedByteIsRefused() throws Exception {
        byte[] file = sign(Optional.empty());
        int[] range = SignedPdf.read(file).dictionary().getByteRange();
        for (int at : List.of(9, unsigned.length / 2, unsigned.length - 8, range[1] - 60, range[2] + 20)) {
            SignedPdf signed = SignedPdf.read(file);
            assertTrue(signed.holds(key.certificate()));
            byte[] covered = signed.covered().clone();
            int within = at < range[1] ? at : at - (range[2] - range[1]);
            covered[within] ^= 1;
            assertFalse(
                    new SignedPdf(signed.dictionary(), covered, signed.cms()).holds(key.certificate()), "byte " + at);
        }
    }

    @Test
    void itStaysPdfA() throws Exception {
        VeraPdf.assertConforms(sign(Optional.empty()));
    }

    @Test
    void opensslVerifiesItAndRefusesAFlippedByte() throws Exception {
        SignedPdf signed = SignedPdf.read(sign(Optional.empty()));
        Files.write(folder.resolve("signature.der"), signed.cms());
        Files.writeString(folder.resolve("documents.pem"), DocumentKey.pem(key.certificate()));
        Files.write(folder.resolve("covered"), signed.covered());
        assertTrue(openssl(), "openssl");
        byte[] flipped = signed.covered().clone();
        flipped[flipped.length / 2] ^= 1;
        Files.write(folder.resolve("covered"), flipped);
        assertFalse(openssl(), "openssl, a byte flipped");
    }

    @Test
    void withATimeStampingAuthorityItIsOfLevelBT() throws Exception {
        StockAuthority authority = new StockAuthority(folder, "EC -pkeyopt ec_paramgen_curve:P-256");
        byte[] file = sign(Optional.of(value -> authority.answer(TimeStampRequest.of(value))));
        SignedPdf signed = SignedPdf.read(file);
        assertTrue(signed.holds(key.certificate()));
        SignerInformation signer = signed.signer();
        TimeStampToken token = new TimeStampToken(new CMSSignedData(signer.getUnsignedAttributes()
                .get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken)
                .getAttrValues()
                .getObjectAt(0)
                .toASN1Primitive()
                .getEncoded()));
        assertArrayEquals(
                Sha256.digest(signer.getSignature()),
                token.getTimeStampInfo().getMessageImprintDigest(),
                "the token stands over the signature");
        VeraPdf.assertConforms(file);
    }

    @Test
    void anAuthorityThatDoesntAnswerLeavesNoDocument() {
        PackTimeStamper silent = value -> {
            throw new IOException("No answer");
        };
        assertEquals(
                "No answer",
                assertThrows(IOException.class, () -> sign(Optional.of(silent))).getMessage());
    }

    @Test
    void noProviderIsRegistered() throws Exception {
        sign(Optional.empty());
        assertNull(Security.getProvider("BC"));
    }

    private byte[] sign(Optional<PackTimeStamper> stamper) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfSignature.sign(unsigned, key, NOW, "A reason / 理由", stamper, out);
        return out.toByteArray();
    }

    private boolean openssl() throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(
                            "openssl",
                            "cms",
                            "-verify",
                            "-binary",
                            "-inform",
                            "DER",
                            "-in",
                            "signature.der",
                            "-content",
                            "covered",
                            "-CAfile",
                            "documents.pem",
                            "-out",
                            "out")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("said").toFile())
                    .start();
        } catch (IOException absent) {
            Assumptions.abort("openssl is not here");
            throw absent;
        }
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), "openssl takes too long");
        return process.exitValue() == 0;
    }
}
