package org.sekisho.ejb.report.intake;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.intake.IntakeError;
import org.sekisho.domain.report.intake.IntakeFailure;
import org.sekisho.domain.report.intake.IntakeLimits;
import org.sekisho.domain.report.intake.SourceFile;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.domain.vault.Vault;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.ejb.shared.Caller;

/**
 * Reads files of reports beside the requests that began them, each as the person who did, in no transaction. What a node was reading
 * when it died is silent, and can be taken over.
 */
@ApplicationScoped
public class IntakeRunner {

    private static final Logger LOG = Logger.getLogger(IntakeRunner.class.getName());

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private Instance<IntakeRunService> steps;

    @Inject
    private ContentStore store;

    @Inject
    private Vault vault;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    private final Map<UUID, CountDownLatch> running = new ConcurrentHashMap<>();

    /** Waits until an import that this node reads is done, but not longer; at once where it reads none. */
    public void await(UUID intake, Duration longest) {
        @Nullable CountDownLatch done = running.get(intake);
        if (done != null) {
            try {
                done.await(longest.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void start(IntakeOrder order, Caller caller) {
        CountDownLatch done = new CountDownLatch(1);
        running.put(order.intake(), done);
        executor.execute(() -> {
            Caller.Binding binding = Caller.bind(caller.withoutIdempotency());
            try {
                read(order);
            } finally {
                binding.close();
                running.remove(order.intake(), done);
                done.countDown();
            }
        });
    }

    private void read(IntakeOrder order) {
        try {
            stageAndPublish(order);
        } catch (Refusal refusal) {
            refuse(order, IntakeFailure.of(refusal), refusal);
        } catch (IOException | RuntimeException | Error broken) {
            LOG.log(Level.SEVERE, "Import " + order.intake() + " broke", broken);
            refuse(order, IntakeFailure.broken(), broken);
        }
    }

    private void stageAndPublish(IntakeOrder order) throws IOException {
        ReadingProgress reading =
                new ReadingProgress(clock, progress -> steps.get().stage(order, List.of(), List.of(), progress));
        Place place = new Place(IntakeService.TABLE, order.intake(), order.organisation());
        SourceFile file = () -> new CountedStream(store.open(place, order.blob()), reading);
        Staging staging = new Staging(order.organisation(), vault, (findings, rejections) -> steps.get()
                .stage(order, findings, rejections, reading.staged(findings.size() + rejections.size())));
        SourceReaders.of(order.format(), IntakeLimits.USUAL.withDocumentsOf(settings.importMebibytes()))
                .read(file, staging);
        steps.get().publish(order, staging.finish());
    }

    /** Where the person has been signed out meanwhile nothing can be written; the import then counts as broken off. */
    private void refuse(IntakeOrder order, IntakeFailure why, Throwable cause) {
        if (cause instanceof Refusal refusal && refusal.code() == IntakeError.TAKEN_OVER) {
            return;
        }
        try {
            steps.get().refuse(order, why);
        } catch (RuntimeException unwritten) {
            LOG.log(Level.WARNING, "Why import " + order.intake() + " ended could not be written down", unwritten);
        }
    }
}
