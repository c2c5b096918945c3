package org.sekisho.proof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.bag.BagLimits;
import org.sekisho.proof.bag.BagProblem;
import org.sekisho.proof.pack.PackFixture;
import org.sekisho.proof.pack.PackKey;
import org.sekisho.proof.pack.PackSignature;

class PackVerifierTest {

    @TempDir
    Path folder;

    private Path zip = Path.of("");
    private Path unpacked = Path.of("");

    @BeforeEach
    void write() throws IOException {
        zip = PackFixture.write(folder.resolve("pack.zip"));
        unpacked = folder.resolve("unpacked");
        PackFixture.unpack(zip, unpacked);
    }

    @Test
    void aPackOfTheExpectedSignerIsVerified() {
        for (Path pack : List.of(zip, unpacked)) {
            List<CheckResult> results = verify(pack, Optional.of(PackFixture.fingerprint()));
            assertEquals(PackVerdict.VERIFIED, PackVerdict.of(results), results.toString());
            assertEquals(
                    List.of(PackCheck.values()),
                    results.stream().map(CheckResult::check).toList());
        }
    }

    @Test
    void withoutAFingerprintAPackIsOnlyConsistent() {
        List<CheckResult> results = verify(zip, Optional.empty());
        assertEquals(PackVerdict.CONSISTENT, PackVerdict.of(results));
        assertEquals(List.of(PackFixture.fingerprint()), results.get(5).parameters());
    }

    @Test
    void anotherSignerIsNamed() {
        String other = PackKey.of(PackFixture.pair().getPublic()).fingerprint();
        CheckResult failed = failure(zip, Optional.of(other));
        assertEquals(PackCheck.SIGNER, failed.check());
        assertEquals(PackProblem.OTHER_KEY.name(), failed.problem());
        assertEquals(List.of(PackFixture.fingerprint()), failed.parameters());
    }

    /** Every byte of every file counts, and the file it stands in is named (the key is named with what it signed). */
    @Test
    void anyChangedByteIsFoundAndItsFileNamed() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(unpacked)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        assertEquals(10, files.size());
        for (Path file : files) {
            String path = unpacked.relativize(file).toString().replace('\\', '/');
            byte[] content = Files.readAllBytes(file);
            for (int i = 0; i < content.length; i++) {
                byte[] changed = content.clone();
                changed[i] ^= 2;
                Files.write(file, changed);
                CheckResult failed = failure(unpacked, Optional.empty());
                Object named = failed.parameters().get(0);
                boolean signed = path.equals(PackSignature.SIGNED) || path.equals(PackKey.PATH);
                assertTrue(
                        named.equals(path) || signed && failed.check() == PackCheck.SIGNATURE,
                        path + " at " + i + ": " + failed);
            }
            Files.write(file, content);
        }
    }

    @Test
    void eachMissingFileIsNamed() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(unpacked)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            Files.delete(file);
            CheckResult failed = failure(unpacked, Optional.empty());
            assertEquals(BagProblem.MISSING.name(), failed.problem(), file.toString());
            assertEquals(List.of(unpacked.relativize(file).toString().replace('\\', '/')), failed.parameters());
            Files.write(file, content);
        }
    }

    @Test
    void nothingIsAddedBesideThePayload() throws IOException {
        for (String path : List.of("readme.txt", "keys/more.pem", "data/more")) {
            Files.writeString(unpacked.resolve(path), "");
            CheckResult failed = failure(unpacked, Optional.empty());
            assertEquals(BagProblem.NOT_LISTED.name(), failed.problem());
            assertEquals(List.of(path), failed.parameters());
            Files.delete(unpacked.resolve(path));
        }
    }

    /** The signature can't cover it: it is made after the tag manifest. */
    @Test
    void whatStandsThereAsATimeStampHasToBeOne() throws IOException {
        Files.writeString(unpacked.resolve("tagmanifest-sha256.txt.tsr"), "");
        CheckResult failed = failure(unpacked, Optional.empty());
        assertEquals(PackCheck.TIMESTAMP, failed.check());
        assertEquals(List.of("tagmanifest-sha256.txt.tsr"), failed.parameters());
    }

    /** Another tag manifest isn't covered by the signature, so it has to agree like any other, and can take nothing away. */
    @Test
    void aSecondTagManifestCannotCoverWhatTheSignatureDoesNot() throws IOException {
        Files.writeString(unpacked.resolve("readme.txt"), "");
        String empty = "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
                + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e";
        Files.writeString(unpacked.resolve("tagmanifest-sha512.txt"), empty + "  readme.txt\n");
        assertEquals(PackCheck.BAG, failure(unpacked, Optional.empty()).check());
    }

    @Test
    void whatIsNoZipFileFailsWithoutFurtherChecks() throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "no pack");
        List<CheckResult> results = verify(file, Optional.empty());
        assertEquals(PackVerdict.FAILED, PackVerdict.of(results));
        assertEquals(CheckOutcome.FAILED, results.get(0).outcome());
        assertEquals(CheckOutcome.NOT_CHECKED, results.get(5).outcome());
    }

    private static List<CheckResult> verify(Path pack, Optional<String> fingerprint) {
        return PackVerifier.verify(
                pack, new ExpectedKeys(fingerprint, Optional.empty(), Optional.empty()), BagLimits.DEFAULT);
    }

    private static CheckResult failure(Path pack, Optional<String> fingerprint) {
        List<CheckResult> results = verify(pack, fingerprint);
        assertEquals(PackVerdict.FAILED, PackVerdict.of(results), results.toString());
        return results.stream()
                .filter(result -> result.outcome() == CheckOutcome.FAILED)
                .findFirst()
                .orElseThrow();
    }
}
