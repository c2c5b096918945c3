package org.sekisho.persistence.trail;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.trail.log.CheckpointMemory;
import org.sekisho.domain.trail.log.LeadLost;
import org.sekisho.domain.trail.log.Sequencer;
import org.sekisho.domain.trail.log.TrailLead;
import org.sekisho.domain.trail.log.TrailLog;
import org.sekisho.persistence.shared.OwnProcess;
import org.sekisho.persistence.vault.FileCheckpointMemory;
import org.sekisho.persistence.vault.FileSigningKeys;
import org.sekisho.proof.log.GrowingTree;

/**
 * A node that does nothing but sequence, in a process of its own. It ends as if it had been killed once it has done a named step, with
 * {@link #DIED}; when it loses the lead, with {@link #LOST}.
 */
final class SequencerProcess {

    static final int DIED = 9;
    static final int LOST = 3;

    private static final int NEVER_LED = 4;
    private static final long A_MILLISECOND = 1_000_000;

    private SequencerProcess() {}

    /** Starts one. */
    static Process start(String url, Path data, String step) throws IOException {
        return OwnProcess.of(
                        SequencerProcess.class,
                        List.of(
                                JdbcTrailLog.class,
                                TrailLog.class,
                                GrowingTree.class,
                                PGSimpleDataSource.class,
                                Nullable.class),
                        url,
                        data.toString(),
                        step)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** @param arguments the database, the folder of the keys, and the step after which to die */
    public static void main(String[] arguments) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(arguments[0]);
        source.setUser("sekisho_app");
        String step = arguments[2];
        Settings settings = Settings.of(Map.of("SEKISHO_DATA", arguments[1]));
        TrailLog log = origin -> new JdbcTrailLog(source).lead(origin).map(lead -> dying(TrailLead.class, lead, step));
        CheckpointMemory memory = dying(CheckpointMemory.class, new FileCheckpointMemory(settings), step);
        Optional<Sequencer> sequencer =
                Sequencer.begin(log, TestTrail.ORIGIN, new FileSigningKeys(settings).all(), memory, Clock.systemUTC());
        if (sequencer.isEmpty()) {
            System.exit(NEVER_LED);
        }
        try {
            while (true) {
                if (sequencer.get().step() == 0) {
                    LockSupport.parkNanos(A_MILLISECOND);
                }
            }
        } catch (LeadLost lost) {
            System.exit(LOST);
        }
    }

    /** The same, until a method of the name returns; "before" and the name mean until it is called. */
    private static <T> T dying(Class<T> type, T real, String step) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    if (step.equals("before " + method.getName())) {
                        Runtime.getRuntime().halt(DIED);
                    }
                    try {
                        Object answer = method.invoke(real, given);
                        if (step.equals(method.getName()) && !(answer instanceof List<?> none && none.isEmpty())) {
                            Runtime.getRuntime().halt(DIED);
                        }
                        return answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                }));
    }
}
