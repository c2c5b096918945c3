package org.sekisho.ejb.party;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SchemaVersion;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.vault.VaultError;
import org.sekisho.ejb.shared.Caller;
import org.sekisho.ejb.shared.Installation;
import org.sekisho.ejb.shared.Installation.Obstacle;

/**
 * What has to happen before the portal may be used. It waits for the migrated database beside the server's own start, so that a slow
 * database delays readiness and not the deployment; what fails is tried again, and said in the log when it is something new.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstStart {

    private static final Logger LOG = Logger.getLogger(FirstStart.class.getName());
    private static final long SOON_MILLIS = 250;
    private static final long AGAIN_MILLIS = 1_000;

    @Resource
    private TimerService timers;

    @Inject
    private SchemaVersion schema;

    @Inject
    private InstallationService installer;

    @Inject
    private FirstLink firstLink;

    @Inject
    private Installation installation;

    @Inject
    private Settings settings;

    @Inject
    private Instance<DemoRegime> demo;

    private String lastFailure = "";

    @PostConstruct
    void begin() {
        timers.createSingleActionTimer(SOON_MILLIS, new TimerConfig(null, false));
    }

    /** Tries, and comes back where it isn't done. */
    @Timeout
    void attempt() {
        try {
            if (schema.isCurrent()) {
                prepare();
                installation.finish();
            }
        } catch (UnusableDatabase unusable) {
            installation.refuse(Obstacle.DATABASE_UNUSABLE);
            report(unusable);
        } catch (Refusal refusal) {
            if (refusal.code() == VaultError.KEYS_DIFFER) {
                installation.refuse(Obstacle.KEYS_DIFFER);
            }
            report(refusal);
        } catch (RuntimeException broken) {
            report(broken);
        }
        if (!installation.isDone() && !installation.isRefused()) {
            timers.createSingleActionTimer(AGAIN_MILLIS, new TimerConfig(null, false));
        }
    }

    private void prepare() {
        boolean empty = Caller.as(SystemJob.INSTALLER, () -> {
            installer.checkKeys();
            return installer.isEmpty();
        });
        if (!settings.demo() && Caller.as(SystemJob.INSTALLER, installer::holdsDemo)) {
            throw new UnusableDatabase("The database holds the demo, and this is no demo");
        }
        if (settings.demo()) {
            demo.stream().forEach(DemoRegime::load);
        } else if (empty) {
            Caller.as(SystemJob.INSTALLER, installer::makeFirstLink).ifPresent(firstLink::write);
        }
    }

    private void report(RuntimeException broken) {
        String failure = String.valueOf(broken);
        if (!failure.equals(lastFailure)) {
            LOG.log(Level.SEVERE, "The portal can't be opened yet", broken);
            lastFailure = failure;
        }
    }
}
