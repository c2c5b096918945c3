package org.sekisho.ejb.party;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.shared.Caller;

/** Carries imports out beside the requests that began them, each as the person who did. */
@ApplicationScoped
class ImportRunner {

    private static final Logger LOG = Logger.getLogger(ImportRunner.class.getName());
    private static final String BROKEN = "shared.failure";

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Instance<ImportService> imports;

    /** Begins; what goes wrong is written down with the run. */
    void run(UUID run, Caller caller) {
        executor.execute(() -> {
            Caller.Binding binding = Caller.bind(caller);
            try {
                carryOut(run);
            } finally {
                binding.close();
            }
        });
    }

    /** Says how far a run is, without waiting for that. */
    void tell(UUID run, int processed, Caller caller) {
        executor.execute(() -> {
            Caller.Binding binding = Caller.bind(caller);
            try {
                imports.get().tellProgress(run, processed);
            } catch (RuntimeException unimportant) {
                LOG.log(Level.FINE, "Progress of an import could not be written", unimportant);
            } finally {
                binding.close();
            }
        });
    }

    private void carryOut(UUID run) {
        try {
            imports.get().carryOutImport(run);
        } catch (Refusal refusal) {
            fail(run, refusal.code().code());
        } catch (RuntimeException broken) {
            fail(run, BROKEN);
        }
    }

    /** Where the person has been signed out meanwhile nothing can be written; the run then counts as stalled. */
    private void fail(UUID run, String code) {
        try {
            imports.get().failImport(run, code);
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "The failure of import " + run + " could not be written down", broken);
        }
    }
}
