package org.sekisho.proof.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.proof.bag.BagDirectory;
import org.sekisho.proof.bag.BagException;
import org.sekisho.proof.bag.BagLimits;
import org.sekisho.proof.bag.BagProblem;
import org.sekisho.proof.bag.BagSource;
import org.sekisho.proof.bag.BagVerifier;
import org.sekisho.proof.bag.BagZip;
import org.sekisho.proof.bag.VerifiedBag;
import org.sekisho.proof.pack.PackKey;
import org.sekisho.proof.pack.PackSignature;
import org.sekisho.proof.pack.PackTrail;
import org.sekisho.proof.time.TimeAuthority;
import org.sekisho.proof.time.TimeException;
import org.sekisho.proof.time.TimeStamp;
import org.sekisho.proof.time.VerifiedTime;

/**
 * Verifies an evidence pack, as a ZIP file or unpacked. The signature is checked before the bag: it covers the tag manifest,
 * that covers the manifest and the other tag files, and that covers the payload, so the first thing that fails is the
 * thing that was changed. Stops at the first failure.
 */
public final class PackVerifier {

    /** Far above any tag manifest: a few dozen lines. */
    private static final int SIGNED_LIMIT = 1024 * 1024;

    /** Whether somebody said beforehand whom to believe about the trail or the time, as the texts take it. */
    private static final int GIVEN_WITH_IT = 0;

    private static final int EXPECTED = 1;

    private final ExpectedKeys expected;
    private final BagLimits limits;
    private final List<CheckResult> results = new ArrayList<>();
    private PackCheck current = PackCheck.CONTAINER;

    private PackVerifier(ExpectedKeys expected, BagLimits limits) {
        this.expected = expected;
        this.limits = limits;
    }

    /**
     * @param pack a ZIP file, or the folder that holds bagit.txt
     * @param expected the keys that must have signed; without the pack's the signer isn't checked
     * @return one result for each {@link PackCheck}, in their order
     */
    public static List<CheckResult> verify(Path pack, ExpectedKeys expected, BagLimits limits) {
        return new PackVerifier(expected, limits).verify(pack);
    }

    private List<CheckResult> verify(Path pack) {
        try (BagSource source = Files.isDirectory(pack) ? BagDirectory.open(pack, limits) : BagZip.open(pack, limits)) {
            results.add(CheckResult.passed(PackCheck.CONTAINER));
            verify(source);
        } catch (BagException e) {
            results.add(CheckResult.failed(current, e.problem(), e.path()));
        } catch (TimeException e) {
            results.add(CheckResult.failed(current, e.problem(), PackSignature.TIME_STAMP));
        } catch (TrailException e) {
            results.add(CheckResult.failed(current, e.problem(), e.where()));
        } catch (SampleException e) {
            results.add(CheckResult.failed(current, e.problem(), e.where()));
        } catch (IOException e) {
            results.add(CheckResult.failed(current, PackProblem.UNREADABLE, pack.toString()));
        }
        for (PackCheck check : PackCheck.values()) {
            if (check.ordinal() >= results.size()) {
                results.add(CheckResult.notChecked(check));
            }
        }
        return List.copyOf(results);
    }

    private void verify(BagSource source) throws IOException {
        current = PackCheck.SIGNATURE;
        Optional<PackKey> key = PackKey.fromPem(read(source, PackKey.PATH));
        byte[] signed = read(source, PackSignature.SIGNED);
        byte[] signature = read(source, PackSignature.PATH);
        if (key.isEmpty()) {
            results.add(CheckResult.failed(current, PackProblem.KEY_MALFORMED, PackKey.PATH));
            return;
        }
        if (!PackSignature.verify(key.get(), signed, signature)) {
            results.add(CheckResult.failed(current, PackProblem.SIGNATURE_WRONG, PackSignature.PATH));
            return;
        }
        String found = key.get().fingerprint();
        results.add(CheckResult.passed(current, found));

        current = PackCheck.TIMESTAMP;
        results.add(timeStamp(source, signed));

        current = PackCheck.BAG;
        VerifiedBag bag = BagVerifier.verify(source, limits);
        requireAllCovered(bag.unlisted());
        results.add(CheckResult.passed(current, (long) bag.payloadFiles(), bag.payloadBytes()));

        current = PackCheck.TRAIL;
        Optional<VerifiedTrail> trail = trail(source);

        current = PackCheck.SIGNER;
        CheckResult signer = signer(found);
        results.add(signer);
        if (signer.outcome() != CheckOutcome.FAILED) {
            current = PackCheck.TRAIL_SIGNER;
            CheckResult trailSigner = trail.map(verified -> trailSigner(verified.fingerprint()))
                    .orElseGet(() -> CheckResult.absent(current));
            results.add(trailSigner);
            if (trailSigner.outcome() != CheckOutcome.FAILED) {
                current = PackCheck.SAMPLES;
                results.add(samples(source, trail));
            }
        }
    }

    private static CheckResult samples(BagSource source, Optional<VerifiedTrail> trail) throws IOException {
        return SampleVerifier.verify(source, trail)
                .map(verified -> verified.areProven()
                        ? CheckResult.passed(PackCheck.SAMPLES, verified.samples(), verified.drawn(), verified.frozen())
                        : CheckResult.notChecked(
                                PackCheck.SAMPLES, verified.samples(), verified.drawn(), verified.frozen()))
                .orElseGet(() -> CheckResult.absent(PackCheck.SAMPLES));
    }

    private CheckResult timeStamp(BagSource source, byte[] signed) throws IOException {
        boolean stamped = source.files().containsKey(PackSignature.TIME_STAMP);
        if (!stamped && expected.authority().isEmpty()) {
            return CheckResult.absent(current);
        }
        VerifiedTime time = TimeStamp.verify(read(source, PackSignature.TIME_STAMP), signed);
        if (expected.authority().isPresent()) {
            TimeAuthority.read(expected.authority().get()).require(time);
        }
        return CheckResult.passed(
                current, time.time().toString(), expected.authority().isPresent() ? EXPECTED : GIVEN_WITH_IT);
    }

    private Optional<VerifiedTrail> trail(BagSource source) throws IOException {
        Optional<VerifiedTrail> trail = TrailVerifier.verify(source);
        boolean wanted = expected.trail().isPresent() || !expected.witnesses().isEmpty();
        if (trail.isEmpty() && wanted) {
            // Who names the log's key or its witnesses expects to see what they signed: it was left out.
            throw new BagException(BagProblem.MISSING, PackTrail.CHECKPOINT);
        }
        if (trail.isPresent()) {
            SignedCheckpoint.parse(read(source, PackTrail.CHECKPOINT), PackTrail.CHECKPOINT)
                    .requireCosignedBy(expected.witnesses());
        }
        long witnesses = expected.witnesses().size();
        results.add(trail.map(verified -> CheckResult.passed(current, verified.events(), verified.size(), witnesses))
                .orElseGet(() -> CheckResult.absent(current)));
        return trail;
    }

    private CheckResult signer(String found) {
        if (expected.pack().isEmpty()) {
            return CheckResult.notChecked(PackCheck.SIGNER, found);
        }
        return found.equals(expected.pack().get())
                ? CheckResult.passed(PackCheck.SIGNER, found)
                : CheckResult.failed(PackCheck.SIGNER, PackProblem.OTHER_KEY, found);
    }

    /** The pack's signature covers the key of the trail: a signer who was checked vouches for it. */
    private CheckResult trailSigner(String found) {
        if (expected.trail().isPresent()) {
            return found.equals(expected.trail().get())
                    ? CheckResult.passed(PackCheck.TRAIL_SIGNER, found, EXPECTED)
                    : CheckResult.failed(PackCheck.TRAIL_SIGNER, TrailProblem.OTHER_TRAIL_KEY, found);
        }
        return expected.pack().isPresent()
                ? CheckResult.passed(PackCheck.TRAIL_SIGNER, found, GIVEN_WITH_IT)
                : CheckResult.notChecked(PackCheck.TRAIL_SIGNER, found);
    }

    /**
     * Stricter than BagIt, which lets tag files go unlisted: nothing may stand in a pack that its signature doesn't cover,
     * but the signature and a time-stamp, which are made of what it covers.
     */
    private static void requireAllCovered(Set<String> unlisted) throws BagException {
        Optional<String> first = unlisted.stream()
                .filter(path -> !path.equals(PackSignature.PATH) && !path.equals(PackSignature.TIME_STAMP))
                .min(Comparator.naturalOrder());
        if (first.isPresent()) {
            throw new BagException(BagProblem.NOT_LISTED, first.get());
        }
    }

    private static byte[] read(BagSource source, String path) throws IOException {
        try (InputStream content = source.open(path)) {
            byte[] bytes = content.readNBytes(SIGNED_LIMIT + 1);
            if (bytes.length > SIGNED_LIMIT) {
                throw new BagException(BagProblem.TOO_LARGE, path);
            }
            return bytes;
        }
    }
}
