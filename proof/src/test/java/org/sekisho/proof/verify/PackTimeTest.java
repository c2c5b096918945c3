package org.sekisho.proof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.bag.BagLimits;
import org.sekisho.proof.bag.BagProblem;
import org.sekisho.proof.pack.PackFixture;
import org.sekisho.proof.pack.PackSignature;
import org.sekisho.proof.time.StockAuthority;
import org.sekisho.proof.time.TimeProblem;

/** Packs with a time-stamp, made by stock openssl. */
class PackTimeTest {

    @TempDir
    Path folder;

    private Path pack;
    private StockAuthority authority;

    @BeforeEach
    void stamp() throws IOException {
        authority = new StockAuthority(folder.resolve("tsa"), "EC -pkeyopt ec_paramgen_curve:P-256");
        pack = folder.resolve("pack");
        PackFixture.unpack(PackFixture.write(folder.resolve("pack.zip")), pack);
        byte[] signed = Files.readAllBytes(pack.resolve(PackSignature.SIGNED));
        Files.write(pack.resolve(PackSignature.TIME_STAMP), authority.stamp(signed, "-sha256"));
    }

    @Test
    void aTimeIsTakenOverWithAndWithoutAnAuthority() {
        for (Optional<Path> believed : List.of(Optional.<Path>empty(), Optional.of(authority.root()))) {
            List<CheckResult> results = verify(believed);
            assertEquals(PackVerdict.VERIFIED, PackVerdict.of(results), results.toString());
            assertEquals(
                    believed.isPresent() ? 1 : 0, results.get(2).parameters().get(1));
        }
    }

    @Test
    void anotherAuthorityIsNotBelieved() throws IOException {
        StockAuthority other = new StockAuthority(folder.resolve("other"), "EC -pkeyopt ec_paramgen_curve:P-256");
        refused(TimeProblem.TOKEN_AUTHORITY_UNKNOWN, Optional.of(other.root()));
    }

    @Test
    void whoNamesAnAuthorityIsNotSatisfiedWithoutATime() throws IOException {
        Files.delete(pack.resolve(PackSignature.TIME_STAMP));
        refused(BagProblem.MISSING, Optional.of(authority.root()));
    }

    @Test
    void aTimeOfAnotherPackIsRefused() throws IOException {
        Files.write(pack.resolve(PackSignature.TIME_STAMP), authority.stamp(new byte[1], "-sha256"));
        refused(TimeProblem.TOKEN_OF_OTHER_FILE, Optional.empty());
    }

    private void refused(Enum<?> problem, Optional<Path> believed) {
        CheckResult result = verify(believed).get(2);
        assertEquals(PackCheck.TIMESTAMP, result.check());
        assertEquals(problem.name(), result.problem());
        assertEquals(List.of(PackSignature.TIME_STAMP), result.parameters());
    }

    private List<CheckResult> verify(Optional<Path> believed) {
        ExpectedKeys expected = new ExpectedKeys(Optional.of(PackFixture.fingerprint()), Optional.empty(), believed);
        return PackVerifier.verify(pack, expected, BagLimits.DEFAULT);
    }
}
