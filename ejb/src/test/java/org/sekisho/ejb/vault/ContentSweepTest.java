package org.sekisho.ejb.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.ejb.shared.Caller;

/** What the sweeping of the store removes, and as whom it asks. */
class ContentSweepTest {

    private final Store store = new Store();
    private final List<Optional<SystemJob>> askers = new ArrayList<>();

    @Test
    void whatIsNamedStaysAndWhatIsntGoes() {
        sweep("named"::equals);
        assertEquals(List.of("named"), store.files);
    }

    @Test
    void itAsksAsTheJobAndLeavesTheThreadToNobody() {
        sweep(each -> true);
        assertEquals(List.of(Optional.of(SystemJob.HOUSEKEEPING), Optional.of(SystemJob.HOUSEKEEPING)), askers);
        assertTrue(Caller.current().job().isEmpty());
    }

    @Test
    void whatIsntKnownToBeUnnamedStays() {
        sweep(each -> {
            throw new IllegalStateException("The database is away");
        });
        assertEquals(List.of("named", "orphan"), store.files);
    }

    @Test
    void whatWasWrittenLatelyIsLeftAlone() {
        sweep(each -> false);
        assertTrue(store.age.compareTo(Duration.ofHours(12)) > 0, "A building or an upload may take hours");
    }

    private void sweep(Predicate<String> named) {
        new ContentSweep(store, blob -> {
                    askers.add(Caller.current().job());
                    return named.test(blob);
                })
                .run();
    }

    /** Two old files. */
    private static final class Store implements ContentStore {

        private final List<String> files = new ArrayList<>(List.of("named", "orphan"));
        private Duration age = Duration.ZERO;

        @Override
        public int sweep(Duration older, Predicate<String> named) {
            age = older;
            List<String> gone = files.stream().filter(named.negate()).toList();
            files.removeAll(gone);
            return gone.size();
        }

        @Override
        public Writing begin(Place place, long limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputStream open(Place place, String blob, long offset) throws IOException {
            throw new UnsupportedOperationException();
        }

        @Override
        public void erase(String blob) {
            throw new UnsupportedOperationException();
        }
    }
}
