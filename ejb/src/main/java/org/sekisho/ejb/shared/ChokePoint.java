package org.sekisho.ejb.shared;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.trail.TrailEvent;
import org.sekisho.domain.trail.TrailWriter;

/**
 * The only way into a use case. It resolves who calls, checks the permission, begins the transaction, sets the actor for row-level
 * security, proceeds, writes the event and commits. When the act is refused or fails, the commit's own failure included, it rolls
 * back, writes the event in a second transaction, and answers only when that one has committed: what isn't in the trail isn't answered.
 */
@Interceptor
@UseCases
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class ChokePoint implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(ChokePoint.class.getName());

    @Inject
    private transient UserTransaction transaction;

    @Inject
    private transient Entrance entrance;

    @Inject
    private transient TrailWriter trail;

    @Inject
    private transient Authorisation authorisation;

    @Inject
    private transient IdempotencyKeys idempotencyKeys;

    @Inject
    private transient RefusalLimiter limiter;

    @Inject
    private transient Clock clock;

    /** Runs one use case. */
    @AroundInvoke
    public @Nullable Object run(InvocationContext invocation) throws Exception {
        UseCaseMethod method = UseCaseMethod.of(invocation.getMethod());
        Caller caller = Caller.current();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Act act = new Act(method.act(), now, method.subject(invocation.getParameters()));
        CurrentAct.begin(act);
        try {
            @Nullable Object result = runInTransaction(invocation, method, caller, act);
            CurrentAct.end();
            act.afterCommit().forEach(ChokePoint::doAfterCommit);
            return result;
        } catch (Kept kept) {
            throw kept.refusal;
        } catch (Replayed replayed) {
            rollback();
            throw replayed;
        } catch (Exception | Error failure) {
            rollback();
            Throwable known = Failures.translate(failure);
            recordUndone(method, caller, act, known);
            if (known instanceof Refusal refusal) {
                throw refusal;
            }
            LOG.log(Level.SEVERE, "Use case " + act.name() + " failed", failure);
            throw failure;
        } finally {
            CurrentAct.end();
        }
    }

    private @Nullable Object runInTransaction(
            InvocationContext invocation, UseCaseMethod method, Caller caller, Act act) throws Exception {
        transaction.begin();
        if (method.permission().snapshot()) {
            entrance.holdSnapshot();
        }
        enter(method.permission(), caller, act);
        authorisation.check(act, method.permission());
        idempotencyKeys.replay(caller, act.actor(), act.now());
        @Nullable Object result = invocation.proceed();
        if (act.keptRefusal().isPresent()) {
            return keepAndRefuse(method, caller, act, act.keptRefusal().get());
        }
        idempotencyKeys.keep(caller, act.actor(), act.now(), result);
        if (isRecorded(method.permission(), act)) {
            trail.write(act.committed());
        }
        transaction.commit();
        return result;
    }

    /** Commits what a refused act did, a counted failure above all, together with the refusal's event. */
    private Object keepAndRefuse(UseCaseMethod method, Caller caller, Act act, Refusal refusal) throws Exception {
        if (isTold(method, caller, act)) {
            trail.write(act.committed());
        }
        transaction.commit();
        throw new Kept(refusal);
    }

    private void enter(Permission permission, Caller caller, Act act) {
        if (caller.job().isPresent()) {
            enterAs(caller.job().get(), act);
            return;
        }
        if (permission.beforeSignIn()) {
            // Whoever is signed in already signs in, or follows a link, as somebody who isn't.
            entrance.enter(SystemJob.SIGN_IN);
            return;
        }
        act.entered(caller.sessionHash()
                .flatMap(hash -> entrance.enter(hash, act.now()))
                .filter(entered ->
                        caller.kind().filter(door -> door != entered.kind()).isEmpty())
                .orElseThrow(() -> new Refusal(SharedError.NOT_SIGNED_IN)));
    }

    private void enterAs(SystemJob job, Act act) {
        entrance.enter(job);
        act.entered(job.actor());
    }

    private boolean isRecorded(Permission permission, Act act) {
        return switch (permission.recorded()) {
            case ALWAYS -> true;
            case REFUSALS -> act.actor().holds(Role.AUDITOR) && !act.isToldBefore();
            case UNDONE -> false;
        };
    }

    /** Writes the event of what was not done. The subject stays; what happened before the failure was rolled back and isn't told. */
    private void recordUndone(UseCaseMethod method, Caller caller, Act act, Throwable failure) {
        TrailEvent event = failure instanceof Refusal refusal ? act.refused(refusal) : act.failed(failure);
        if (!isTold(method, caller, act)) {
            return;
        }
        try {
            transaction.begin();
            entrance.enter(caller.job().orElse(SystemJob.SIGN_IN));
            trail.write(event);
            transaction.commit();
        } catch (Exception broken) {
            rollback();
            LOG.log(Level.SEVERE, "The event of " + act.name() + " could not be written", broken);
            throw new Refusal(SharedError.UNAVAILABLE);
        }
    }

    /** Whether a refusal becomes an event of its own: always, except too many of those who haven't shown yet who they are. */
    private boolean isTold(UseCaseMethod method, Caller caller, Act act) {
        Optional<UUID> person = act.actor().person();
        boolean unproven = caller.job().isEmpty()
                && (person.isEmpty() || method.permission().beforeSignIn());
        return !unproven || limiter.admits(caller.address(), person, act.now());
    }

    private static void doAfterCommit(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException broken) {
            LOG.log(Level.SEVERE, "What was to follow a commit failed", broken);
        }
    }

    private void rollback() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException | IllegalStateException broken) {
            LOG.log(Level.WARNING, "A transaction could not be rolled back", broken);
        }
    }

    /** Carries a refusal past the handling of those that are rolled back. */
    private static final class Kept extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        Kept(Refusal refusal) {
            super(null, null, false, false);
            this.refusal = refusal;
        }
    }
}
