package org.sekisho.domain.assurance.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.assurance.Audit.NOVEMBER;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.shared.Refusal;

class PackCertificateTest {

    @ParameterizedTest
    @CsvSource({"rsa-3072, RSA, 3072", "p256, EC, 256", "p384, EC, 384"})
    void whatPacksAreEncryptedForIsReadFromPemAndDer(String name, KeyKind kind, int bits) {
        PackCertificate read = TestCertificates.read(name);
        assertEquals(kind, read.kind());
        assertEquals(bits, read.bits());
        assertEquals("O=Kensa Audit,CN=" + name, read.subject());
        assertEquals(Instant.parse("2100-01-01T00:00:00Z"), read.validUntil());
        assertEquals(read, PackCertificate.of(read.der(), NOVEMBER));
        assertEquals(read, PackCertificate.kept(read.der()));
    }

    @Test
    void theFingerprintIsTheOneThatOpensslPrints() {
        CertificateFacts facts = CertificateFacts.of(TestCertificates.read("p256"));
        assertEquals(
                "3E:4B:D2:49:22:AB:98:6F:65:BB:31:3F:97:33:27:79:E2:AE:8F:5E:30:7D:F8:D4:1D:95:81:3F:D4:F6:C5:A1",
                facts.fingerprint());
        assertTrue(facts.isOver(facts.validUntil().plusSeconds(1)));
        assertFalse(facts.isOver(facts.validUntil()));
    }

    @Test
    void otherTextAroundPemIsPassedOver() {
        byte[] file = joined("Subject: p256\r\n".getBytes(StandardCharsets.UTF_8), TestCertificates.file("p256"));
        String windows = new String(file, StandardCharsets.UTF_8).replace("\n", "\r\n");
        assertEquals(
                TestCertificates.read("p256"), PackCertificate.of(windows.getBytes(StandardCharsets.UTF_8), NOVEMBER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa-2048", "rsa-pss", "p521", "brainpool", "ed25519"})
    void otherKeysAreRefused(String name) {
        Refusal refusal = assertThrows(Refusal.class, () -> TestCertificates.read(name));
        assertEquals(AssuranceError.CERTIFICATE_KEY, refusal.code());
        assertEquals(3_072, refusal.parameters().get("least"));
    }

    @ParameterizedTest
    @CsvSource({"rsa-for-signing, keyEncipherment", "p256-for-signing, keyAgreement"})
    void aKeyForSignaturesIsRefused(String name, String needed) {
        Refusal refusal = assertThrows(Refusal.class, () -> TestCertificates.read(name));
        assertEquals(AssuranceError.CERTIFICATE_USAGE, refusal.code());
        assertEquals(Map.of("needed", needed), refusal.parameters());
    }

    @Test
    void itHasToBeValidNow() {
        Refusal refusal = assertThrows(Refusal.class, () -> TestCertificates.read("p256-over"));
        assertEquals(AssuranceError.CERTIFICATE_NOT_VALID, refusal.code());
        assertEquals(LocalDate.of(2021, 1, 1), refusal.parameters().get("last"));
        byte[] file = TestCertificates.file("p256");
        Refused.with(
                AssuranceError.CERTIFICATE_NOT_VALID,
                () -> PackCertificate.of(file, Instant.parse("2019-12-31T23:59:59Z")));
        PackCertificate.of(file, Instant.parse("2020-01-01T00:00:00Z"));
    }

    @Test
    void aFileHoldsOneCertificateAndNothingElse() {
        byte[] one = TestCertificates.file("p256");
        byte[] der = TestCertificates.read("p256").der();
        refused(AssuranceError.CERTIFICATE_NOT_ONE, joined(one, TestCertificates.file("p384")));
        refused(AssuranceError.CERTIFICATE_NOT_ONE, "-----BEGIN X509 CRL-----\n-----END X509 CRL-----");
        refused(AssuranceError.CERTIFICATE_UNREADABLE, joined(der, new byte[1]));
        refused(AssuranceError.CERTIFICATE_UNREADABLE, joined(der, der));
        refused(AssuranceError.CERTIFICATE_UNREADABLE, Arrays.copyOf(der, der.length - 1));
        refused(AssuranceError.CERTIFICATE_UNREADABLE, new byte[0]);
        refused(AssuranceError.CERTIFICATE_UNREADABLE, "no certificate");
        refused(AssuranceError.CERTIFICATE_UNREADABLE, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
        refused(AssuranceError.CERTIFICATE_TOO_LARGE, joined(one, new byte[PackCertificate.MOST_BYTES]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"})
    void aPrivateKeyIsRefusedInSoManyWords(String kind) {
        String key = "-----BEGIN " + kind + "-----\nAAAA\n-----END " + kind + "-----\n";
        refused(
                AssuranceError.CERTIFICATE_PRIVATE_KEY,
                joined(key.getBytes(StandardCharsets.UTF_8), TestCertificates.file("p256")));
    }

    private static void refused(AssuranceError code, String file) {
        refused(code, file.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(AssuranceError code, byte[] file) {
        Refused.with(code, () -> PackCertificate.of(file, NOVEMBER));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(first);
        joined.writeBytes(second);
        return joined.toByteArray();
    }
}
