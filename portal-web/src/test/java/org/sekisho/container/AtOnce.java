package org.sekisho.container;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.shared.Replayed;

/** Does several things at the same moment, on threads of the container. */
@ApplicationScoped
public class AtOnce {

    private static final int LONGEST_SECONDS = 60;

    @Resource
    private ManagedExecutorService threads;

    /** How each ended, in alphabetical order: {@code done}, {@code replayed …}, the code of its refusal, or what broke. */
    public List<String> run(List<Runnable> acts) {
        CountDownLatch ready = new CountDownLatch(acts.size());
        List<Future<String>> running = new ArrayList<>();
        for (Runnable act : acts) {
            running.add(threads.submit(() -> {
                ready.countDown();
                ready.await(LONGEST_SECONDS, TimeUnit.SECONDS);
                return outcome(act);
            }));
        }
        return running.stream().map(AtOnce::ended).sorted().toList();
    }

    /** How one ended. */
    static String outcome(Runnable act) {
        try {
            act.run();
            return "done";
        } catch (RuntimeException thrown) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof Refusal refusal) {
                    return refusal.code().code();
                } else if (cause instanceof Replayed replayed) {
                    return "replayed " + replayed.answer();
                }
            }
            throw thrown;
        }
    }

    private static String ended(Future<String> running) {
        try {
            return running.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException broken) {
            return String.valueOf(broken.getCause());
        } catch (TimeoutException late) {
            return "late";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
