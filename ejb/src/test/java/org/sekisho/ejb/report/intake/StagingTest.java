package org.sekisho.ejb.report.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.report.intake.FileReading;
import org.sekisho.domain.report.intake.FindingJson;
import org.sekisho.domain.report.intake.IntakeLimits;
import org.sekisho.domain.report.intake.RejectReason;
import org.sekisho.domain.report.intake.Rejection;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.report.intake.StagedFinding;
import org.sekisho.domain.vault.Vault;

class StagingTest {

    private static final UUID BANK = UUID.randomUUID();

    private final Map<Vault.Place, byte[]> vault = new HashMap<>();
    private final List<StagedFinding> findings = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private int largest;
    private int batches;

    @Test
    void everyItemIsSealedInItsPlaceAndHandedOnInBatches() throws IOException {
        Staging staging = staging();
        SourceReaders.of(SourceFormat.SARIF, IntakeLimits.USUAL).read(GeneratedFiles.sarif(450), staging);
        staging.rejected(Rejection.of(450, "/runs/0/results/450", RejectReason.NO_TEXT));
        staging.runsFailed(2);
        assertEquals(new FileReading(451, 2), staging.finish());
        assertEquals(450, findings.size());
        assertEquals(1, rejections.size());
        assertEquals(3, batches);
        assertTrue(largest <= 200, "largest batch: " + largest);
        StagedFinding last = findings.get(449);
        assertEquals(449, last.item());
        byte[] kept = Objects.requireNonNull(vault.get(Staging.place(last.id(), BANK)));
        assertEquals(last.fingerprint(), FindingJson.read(kept).fingerprint());
        assertEquals(
                450,
                findings.stream()
                        .map(each -> each.fingerprint().value())
                        .distinct()
                        .count());
    }

    @Test
    void nothingFoundIsNoBatch() {
        assertEquals(new FileReading(0, 0), staging().finish());
        assertEquals(0, batches);
    }

    private Staging staging() {
        return new Staging(BANK, new RememberingVault(), (found, rejected) -> {
            findings.addAll(found);
            rejections.addAll(rejected);
            largest = Math.max(largest, found.size() + rejected.size());
            batches++;
        });
    }

    /** Seals nothing, and remembers where what belongs. */
    private final class RememberingVault implements Vault {

        @Override
        public byte[] seal(Vault.Place place, byte[] plain) {
            vault.put(place, plain);
            return new byte[] {1};
        }

        @Override
        public byte[] open(Vault.Place place, byte[] sealed) {
            throw new UnsupportedOperationException("Nothing is opened while it is staged");
        }
    }
}
