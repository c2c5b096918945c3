package org.sekisho.persistence.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.domain.vault.DocumentKey;

class FileDocumentKeysTest {

    private static final Instant NOW = Instant.parse("2026-11-30T01:00:00Z");
    private static final int BITS_OF_KEY_USAGE = 9;

    @TempDir
    private Path folder;

    @Test
    void theKeyIsTheSameOnEveryNodeAndAfterARestart() {
        DocumentKey key = keys(folder).current();
        assertEquals(key.fingerprint(), keys(folder).current().fingerprint());
        assertEquals(List.of(), keys(folder).replaced());
        assertNotEquals(
                key.fingerprint(), keys(folder.resolve("another")).current().fingerprint());
    }

    @Test
    void nodesThatStartAtOnceAgree() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < 5; round++) {
                Path path = folder.resolve("round-" + round);
                Callable<String> node = () -> keys(path).current().fingerprint();
                List<Future<String>> nodes = threads.invokeAll(List.of(node, node, node));
                for (Future<String> each : nodes) {
                    assertEquals(nodes.get(0).get(), each.get());
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void onlyTheAccountOfThePortalReadsTheFile() throws IOException {
        keys(folder).current();
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("signing/documents.pem"))));
    }

    @Test
    void itsCertificateIsForSigningDocumentsAndNothingElse() throws Exception {
        X509Certificate certificate = keys(folder).current().certificate();
        certificate.verify(certificate.getPublicKey());
        assertEquals("EC", certificate.getPublicKey().getAlgorithm());
        assertEquals(
                "CN=sekisho-documents, O=portal.example",
                certificate.getSubjectX500Principal().toString());
        assertEquals(certificate.getSubjectX500Principal(), certificate.getIssuerX500Principal());
        assertEquals(-1, certificate.getBasicConstraints(), "it certifies nobody");
        boolean[] signsAndCommits = new boolean[BITS_OF_KEY_USAGE];
        signsAndCommits[0] = true;
        signsAndCommits[1] = true;
        assertArrayEquals(signsAndCommits, certificate.getKeyUsage());
        assertTrue(certificate.getSerialNumber().signum() > 0);
    }

    @Test
    void itSignsForTenYears() {
        DocumentKey key = keys(folder).current();
        assertTrue(key.isValidAt(NOW));
        assertTrue(key.isValidAt(NOW.plus(Duration.ofDays(3_640))));
        assertFalse(key.isValidAt(NOW.plus(Duration.ofDays(3_653))));
        assertFalse(key.isValidAt(NOW.minus(Duration.ofDays(2))));
    }

    @Test
    void aLongAddressFits() {
        DocumentKey key = new FileDocumentKeys(folder, "a".repeat(300), Clock.fixed(NOW, ZoneOffset.UTC)).current();
        assertTrue(key.certificate().getSubjectX500Principal().getName().contains("O=" + "a".repeat(64)));
    }

    @Test
    void aReplacedKeyStaysPublishedByItsCertificateAlone() throws Exception {
        DocumentKey first = keys(folder).current();
        Path signing = folder.resolve("signing");
        Path aside = Files.move(signing.resolve("documents.pem"), signing.resolve("documents-20261130010000.pem"));
        String file = Files.readString(aside, StandardCharsets.US_ASCII);
        Files.writeString(aside, file.substring(file.indexOf("-----BEGIN CERTIFICATE")), StandardCharsets.US_ASCII);
        FileDocumentKeys rotated = keys(folder);
        assertNotEquals(first.fingerprint(), rotated.current().fingerprint());
        assertEquals(List.of(first.certificate()), rotated.replaced());
    }

    @Test
    void thePemFileIsTheCertificate() throws Exception {
        X509Certificate certificate = keys(folder).current().certificate();
        assertEquals(
                certificate,
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(
                                DocumentKey.pem(certificate).getBytes(StandardCharsets.US_ASCII))));
        assertTrue(DocumentKey.readable(DocumentKey.fingerprint(certificate)).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}"));
    }

    @Test
    void aFileThatWasMixedUpIsRefused() throws Exception {
        keys(folder.resolve("a")).current();
        keys(folder.resolve("b")).current();
        Path one = folder.resolve("a/signing/documents.pem");
        String mine = Files.readString(one);
        String other = Files.readString(folder.resolve("b/signing/documents.pem"));
        Files.writeString(
                one,
                mine.substring(0, mine.indexOf("-----BEGIN CERTIFICATE"))
                        + other.substring(other.indexOf("-----BEGIN CERTIFICATE")));
        assertThrows(
                IllegalStateException.class, () -> keys(folder.resolve("a")).current());
        Files.writeString(one, "nothing");
        assertThrows(
                IllegalStateException.class, () -> keys(folder.resolve("a")).current());
    }

    private static FileDocumentKeys keys(Path folder) {
        return new FileDocumentKeys(folder, "portal.example", Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
