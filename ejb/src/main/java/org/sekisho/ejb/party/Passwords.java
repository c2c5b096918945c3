package org.sekisho.ejb.party;

import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.authc.credential.PasswordService;
import org.sekisho.domain.party.signin.AccountError;
import org.sekisho.domain.party.signin.PasswordRules;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.domain.shared.Refusal;

/**
 * Hashes and compares passwords with Shiro's Argon2id, which takes 64 MiB and about a tenth of a second: so only as many at a time
 * as there are processors, a few more wait, and the rest is refused at once. An unknown account costs the same work as a known one.
 */
@ApplicationScoped
public class Passwords {

    /** So many are worked on at a time. */
    static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());
    /** So many more wait. */
    static final int WAITING = 8 * AT_ONCE;

    private static final long LONGEST_WAIT_SECONDS = 5;

    private final PasswordService hashing;
    private final Zxcvbn estimate = new Zxcvbn();
    private final PasswordRules rules = new PasswordRules(
            (password, words) -> estimate.measure(password, words).getScore());
    private final Semaphore working = new Semaphore(AT_ONCE, true);
    private final Semaphore admitted = new Semaphore(AT_ONCE + WAITING);
    private String nobodys = "";

    public Passwords() {
        this(new DefaultPasswordService());
    }

    /** @param hashing what does the work */
    Passwords(PasswordService hashing) {
        this.hashing = hashing;
    }

    @PostConstruct
    void prepare() {
        nobodys = hashing.encryptPassword(Tokens.fresh());
    }

    /** Checks a password that a person chose and hashes it. */
    public String hash(String password, List<String> words) {
        String normal = rules.require(password, words);
        return bounded(() -> hashing.encryptPassword(normal));
    }

    /**
     * Whether the password is the one of the hash; without a hash the same work is done for nothing.
     *
     * @throws Refusal with {@link AccountError#TOO_MANY_ATTEMPTS} when too many are waiting
     */
    public boolean matches(String password, Optional<String> hash) {
        boolean comparable = PasswordRules.isComparable(password);
        String normal = comparable ? PasswordRules.normalise(password) : "-";
        boolean same = bounded(() -> hashing.passwordsMatch(normal, hash.orElse(nobodys)));
        return same && comparable && hash.isPresent();
    }

    private <T> T bounded(Supplier<T> work) {
        if (!admitted.tryAcquire()) {
            throw Refusal.of(AccountError.TOO_MANY_ATTEMPTS, "seconds", LONGEST_WAIT_SECONDS);
        }
        try {
            if (!working.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw Refusal.of(AccountError.TOO_MANY_ATTEMPTS, "seconds", LONGEST_WAIT_SECONDS);
            }
            try {
                return work.get();
            } finally {
                working.release();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Refusal.of(AccountError.TOO_MANY_ATTEMPTS, "seconds", LONGEST_WAIT_SECONDS);
        } finally {
            admitted.release();
        }
    }
}
