package org.sekisho.ejb.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.authc.credential.PasswordService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sekisho.domain.party.signin.AccountError;
import org.sekisho.domain.shared.Refusal;

/** How many passwords are compared at a time, and what an account costs that isn't there. */
@Timeout(60)
class PasswordsTest {

    private static final String PASSWORD = "Shirakawa-barrier-2026-crossing";

    private final Counting counting = new Counting();
    private final Passwords passwords = prepared(counting);

    @Test
    void asManyAreWorkedOnAsThereAreProcessorsAFewWaitAndTheRestIsRefusedAtOnce() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<Boolean>> asked = new ArrayList<>();
            for (int i = 0; i < Passwords.AT_ONCE; i++) {
                asked.add(threads.submit(() -> passwords.matches(PASSWORD, Optional.of(PASSWORD))));
            }
            assertTrue(counting.full.await(30, TimeUnit.SECONDS), "So many are at work");
            CountDownLatch refused = new CountDownLatch(1);
            for (int i = 0; i <= Passwords.WAITING; i++) {
                asked.add(threads.submit(() -> {
                    try {
                        return passwords.matches(PASSWORD, Optional.of(PASSWORD));
                    } catch (Refusal tooMany) {
                        assertEquals(AccountError.TOO_MANY_ATTEMPTS, tooMany.code());
                        refused.countDown();
                        return false;
                    }
                }));
            }
            // The last of them is refused while nothing has been finished yet, and so without waiting its turn.
            assertTrue(refused.await(30, TimeUnit.SECONDS), "One is too many");
            assertEquals(Passwords.AT_ONCE, counting.begun.get());
            counting.go.countDown();
            int matched = 0;
            for (Future<Boolean> each : asked) {
                matched += each.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertEquals(Passwords.AT_ONCE + Passwords.WAITING, matched);
            assertEquals(Passwords.AT_ONCE, counting.most.get(), "No more than that at a time");
            assertTrue(passwords.matches(PASSWORD, Optional.of(PASSWORD)), "Places are given back");
        } finally {
            counting.go.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void aPlaceIsGivenBackWhenTheWorkBreaks() {
        counting.go.countDown();
        for (int i = 0; i < 2 * (Passwords.AT_ONCE + Passwords.WAITING); i++) {
            assertThrows(IllegalStateException.class, () -> passwords.matches(PASSWORD, Optional.of("broken")));
        }
        assertTrue(passwords.matches(PASSWORD, Optional.of(PASSWORD)));
    }

    /** Without a hash, and with what is no password at all, as much is compared as otherwise. */
    @Test
    void anAccountThatIsntThereCostsTheSameWork() {
        counting.go.countDown();
        assertFalse(passwords.matches(PASSWORD, Optional.empty()));
        assertEquals(1, counting.begun.get());
        assertFalse(passwords.matches("\u0007".repeat(5_000), Optional.of(PASSWORD)));
        assertFalse(passwords.matches("\u0007".repeat(5_000), Optional.empty()));
        assertEquals(3, counting.begun.get());
    }

    /** What is compared for nobody is made as everybody's is: the same function with the same cost. */
    @Test
    void theHashOfNobodyIsAsDearAsAnybodys() {
        DefaultPasswordService real = new DefaultPasswordService();
        Recording recording = new Recording(real);
        Passwords prepared = prepared(recording);
        assertFalse(prepared.matches(PASSWORD, Optional.empty()));
        String anybodys = real.encryptPassword(PASSWORD);
        assertEquals(cost(anybodys), cost(recording.compared));
        assertTrue(cost(anybodys).contains("argon2id"), cost(anybodys));
    }

    /** A hash of {@code $shiro2$argon2id$…} without its salt and digest. */
    private static String cost(String hash) {
        String[] parts = hash.split("\\$");
        return String.join("$", List.of(parts).subList(0, parts.length - 2));
    }

    private static Passwords prepared(PasswordService hashing) {
        Passwords passwords = new Passwords(hashing);
        passwords.prepare();
        return passwords;
    }

    /** Compares as text, and counts who does at a time. */
    private static final class Counting implements PasswordService {

        private final AtomicInteger begun = new AtomicInteger();
        private final AtomicInteger working = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final CountDownLatch full = new CountDownLatch(Passwords.AT_ONCE);
        private final CountDownLatch go = new CountDownLatch(1);

        @Override
        public String encryptPassword(Object password) {
            return "of nobody: " + password;
        }

        @Override
        public boolean passwordsMatch(Object password, String hash) {
            begun.incrementAndGet();
            most.accumulateAndGet(working.incrementAndGet(), Math::max);
            full.countDown();
            try {
                if (!go.await(30, TimeUnit.SECONDS) || hash.equals("broken")) {
                    throw new IllegalStateException("It breaks");
                }
                return hash.equals(password);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            } finally {
                working.decrementAndGet();
            }
        }
    }

    /** Remembers the hash that was compared. */
    private static final class Recording implements PasswordService {

        private final PasswordService real;
        private String compared = "";

        private Recording(PasswordService real) {
            this.real = real;
        }

        @Override
        public String encryptPassword(Object password) {
            return real.encryptPassword(password);
        }

        @Override
        public boolean passwordsMatch(Object password, String hash) {
            compared = hash;
            return real.passwordsMatch(password, hash);
        }
    }
}
