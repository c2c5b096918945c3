package org.sekisho.ejb.shared;

import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** Tells refusals in disguise from real failures: the database has the last word on constraints, locks and versions. */
final class Failures {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String EXCLUSION_VIOLATION = "23P01";
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    /** Another act was first: it took the place that this one wanted, or what this one had read. */
    private static final Set<String> MEANWHILE =
            Set.of(UNIQUE_VIOLATION, EXCLUSION_VIOLATION, SERIALIZATION_FAILURE, DEADLOCK);

    private static final String CONNECTION_CLASS = "08";
    private static final String SHUTDOWN_CLASS = "57P";

    private Failures() {}

    /** The refusal that the failure stands for, or the failure itself. */
    static Throwable translate(Throwable failure) {
        Set<Throwable> seen = new HashSet<>();
        for (@Nullable Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof Refusal) {
                return cause;
            }
            if (cause instanceof OptimisticLockException || cause instanceof PessimisticLockException) {
                return new Refusal(SharedError.CHANGED_MEANWHILE);
            }
            if (cause instanceof ConstraintViolationException) {
                return Refusal.of(SharedError.MALFORMED, "field", "");
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                Throwable translated = translate(sql.getSQLState());
                if (translated != null) {
                    return translated;
                }
            }
        }
        return failure;
    }

    private static @Nullable Throwable translate(String state) {
        if (MEANWHILE.contains(state)) {
            return new Refusal(SharedError.CHANGED_MEANWHILE);
        }
        if (state.startsWith(CONNECTION_CLASS) || state.startsWith(SHUTDOWN_CLASS)) {
            return new Refusal(SharedError.UNAVAILABLE);
        }
        return null;
    }
}
