package org.sekisho.container;

import static org.sekisho.container.regime.Database.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.ejb.shared.Caller;

/** The conditions of access of all agreements, as the job that tells people asks for them, and how many statements that takes. */
final class ConditionChecks {

    private final UUID model = Regime.get().own().thing("agreement");
    private final ProbeService probes;

    ConditionChecks(ProbeService probes) {
        this.probes = probes;
    }

    /** How many conditions lapse soon or have lapsed. */
    int items() {
        return Caller.as(SystemJob.NOTICES, probes::conditions);
    }

    /** The statements that one look sends to the database. */
    int statements() {
        Statements statements = new Statements();
        List<Logger> loggers = Collections.list(LogManager.getLogManager().getLoggerNames()).stream()
                .filter(name -> name.startsWith("org.eclipse.persistence.session") && name.endsWith(".sql"))
                .flatMap(name -> Stream.ofNullable(LogManager.getLogManager().getLogger(name)))
                .toList();
        List<Level> before = new ArrayList<>();
        for (Logger logger : loggers) {
            before.add(logger.getLevel() == null ? Level.WARNING : logger.getLevel());
            logger.addHandler(statements);
            logger.setLevel(Level.FINE);
        }
        try {
            items();
        } finally {
            for (int i = 0; i < loggers.size(); i++) {
                loggers.get(i).setLevel(before.get(i));
                loggers.get(i).removeHandler(statements);
            }
        }
        return statements.count;
    }

    /** Puts copies of an agreement in force beside it. */
    void copy(int times) {
        for (int i = 0; i < times; i++) {
            UUID agreement = UUID.randomUUID();
            UUID version = UUID.randomUUID();
            UUID content = UUID.randomUUID();
            copy(
                    "agreement",
                    "jsonb_build_object('id', cast(? as uuid), 'number', cast(? as text))",
                    "id = ?",
                    agreement,
                    "AGR-2098-" + (1000 + i),
                    model);
            copy(
                    "agreement_party",
                    "jsonb_build_object('id', gen_random_uuid(), 'agreement_id', cast(? as uuid))",
                    "agreement_id = ?",
                    agreement,
                    model);
            copy(
                    "agreement_content",
                    "jsonb_build_object('id', cast(? as uuid))",
                    "id in (select agreement_content_id from agreement_version where agreement_id = ? and state = 'GOVERNING')",
                    content,
                    model);
            copy(
                    "agreement_version",
                    "jsonb_build_object('id', cast(? as uuid), 'agreement_id', cast(? as uuid), 'agreement_content_id', cast(? as uuid))",
                    "agreement_id = ? and t.state = 'GOVERNING'",
                    version,
                    agreement,
                    content,
                    model);
            copy(
                    "agreement_clause",
                    "jsonb_build_object('id', gen_random_uuid(), 'agreement_version_id', cast(? as uuid))",
                    "agreement_version_id in (select id from agreement_version where agreement_id = ? and state = 'GOVERNING')",
                    version,
                    model);
        }
    }

    private static void copy(String table, String changes, String which, Object... parameters) {
        run(
                "insert into " + table + " select r.* from " + table + " t, jsonb_populate_record(null::" + table
                        + ", to_jsonb(t) || " + changes + ") r where t." + which,
                parameters);
    }

    private static final class Statements extends Handler {

        /** What timers ask meanwhile, on threads of their own, isn't counted. */
        private final Thread counting = Thread.currentThread();

        private int count;

        @Override
        public void publish(LogRecord entry) {
            if (Thread.currentThread() == counting) {
                count++;
            }
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
