package org.sekisho.ejb.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.ejb.shared.Caller;

/** Removes sealed files that no row names: uploads that were broken off, and what transactions left that were rolled back. */
@ApplicationScoped
class ContentSweep {

    /** Far longer than any transaction or building lasts: what was last written before and has no row gets none any more. */
    static final Duration AGE = Duration.ofDays(1);

    private static final Logger LOG = Logger.getLogger(ContentSweep.class.getName());

    private final ContentStore store;
    private final Predicate<String> named;

    @Inject
    ContentSweep(ContentStore store, ContentService service) {
        this(store, service::isNamed);
    }

    ContentSweep(ContentStore store, Predicate<String> named) {
        this.store = store;
        this.named = named;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ContentSweep() {
        this.store = null;
        this.named = null;
    }

    /** Sweeps once. A question that isn't answered ends it: what isn't known to be unnamed stays. */
    void run() {
        try {
            int swept = Caller.as(SystemJob.HOUSEKEEPING, this::sweep);
            if (swept > 0) {
                LOG.log(Level.INFO, "{0} files that nothing names were removed from the store of contents", swept);
            }
        } catch (RuntimeException notNow) {
            LOG.log(Level.WARNING, "Sweeping the store of contents is put off", notNow);
        }
    }

    private int sweep() {
        try {
            return store.sweep(AGE, named);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
