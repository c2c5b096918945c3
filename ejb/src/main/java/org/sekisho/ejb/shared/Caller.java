package org.sekisho.ejb.shared;

import java.util.Optional;
import java.util.function.Supplier;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.party.signin.SessionKind;

/**
 * On whose behalf this thread calls use cases: bound by the servlet filter for a request, or by a job for its run, and always
 * cleared again. It holds claims, not facts: who it is, the choke point finds out in each transaction.
 *
 * @param sessionHash SHA-256 of the session's cookie or bearer token
 * @param job the job of the system, where no person calls
 * @param address the client's address
 * @param idempotency the key the request carried, where it carried one
 * @param kind the kind of session that opens this door; any where it is empty
 */
public record Caller(
        Optional<byte[]> sessionHash,
        Optional<SystemJob> job,
        String address,
        Optional<Idempotency> idempotency,
        Optional<SessionKind> kind) {

    private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();
    private static final Caller NOBODY =
            new Caller(Optional.empty(), Optional.empty(), "", Optional.empty(), Optional.empty());

    /** The request's caller. */
    public static Caller request(Optional<byte[]> sessionHash, String address) {
        return new Caller(sessionHash, Optional.empty(), address, Optional.empty(), Optional.empty());
    }

    /** The same caller, at a door that sessions of one kind open. */
    public Caller by(SessionKind door) {
        return new Caller(sessionHash, job, address, idempotency, Optional.of(door));
    }

    /** The same caller with a key under which the act is done once. */
    public Caller withIdempotency(Idempotency key) {
        return new Caller(sessionHash, job, address, Optional.of(key), kind);
    }

    /** The same caller without the key: for what follows the act beside the request, and is no part of it. */
    public Caller withoutIdempotency() {
        return new Caller(sessionHash, job, address, Optional.empty(), kind);
    }

    /** The caller of this thread; nobody when none is bound. */
    public static Caller current() {
        Caller caller = CURRENT.get();
        return caller == null ? NOBODY : caller;
    }

    /** Binds the caller to this thread until the returned binding is closed, which belongs into a {@code finally}. */
    public static Binding bind(Caller caller) {
        Caller before = CURRENT.get();
        CURRENT.set(caller);
        return () -> {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        };
    }

    /** Runs under the name of a job of the system. */
    public static <T> T as(SystemJob job, Supplier<T> work) {
        Binding binding = bind(new Caller(Optional.empty(), Optional.of(job), "", Optional.empty(), Optional.empty()));
        try {
            return work.get();
        } finally {
            binding.close();
        }
    }

    /** Undoes a binding. */
    @FunctionalInterface
    public interface Binding {
        void close();
    }
}
