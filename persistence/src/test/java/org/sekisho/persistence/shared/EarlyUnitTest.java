package org.sekisho.persistence.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.ProviderUtil;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Who waits for the unit, and what they learn when it can't be opened; a test that waits for ever fails. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class EarlyUnitTest {

    private static final String WEAVING = "eclipselink.weaving";

    private final AtomicInteger managers = new AtomicInteger();
    private final CountDownLatch opened = new CountDownLatch(1);

    @BeforeEach
    void wovenAlready() {
        System.setProperty(WEAVING, "static");
    }

    @AfterEach
    void asElsewhere() {
        System.clearProperty(WEAVING);
    }

    @Test
    void theServerGoesOnWhileTheUnitIsBeingOpenedAndWhoeverNeedsItWaits() throws Exception {
        EntityManagerFactory unit = open(() -> {
            opened.await();
            return factory();
        });
        unit.createEntityManager().close();
        assertEquals(0, managers.get(), "the server's own look at it waits for nothing");
        CompletableFuture<Boolean> needed = new CompletableFuture<>();
        Thread other = new Thread(() -> needed.complete(unit.isOpen()), "needs the unit");
        other.start();
        assertFalse(needed.isDone());
        opened.countDown();
        assertTrue(needed.get());
        unit.createEntityManager().close();
        assertEquals(2, managers.get(), "the one that opens it, and the one that was asked for");
    }

    @Test
    void whyItCouldNotBeOpenedIsToldToEachWhoNeedsIt() {
        PersistenceException reason = new PersistenceException("no such customizer");
        EntityManagerFactory unit = open(() -> {
            throw reason;
        });
        assertSame(reason, assertThrows(PersistenceException.class, unit::isOpen));
        assertSame(reason, assertThrows(PersistenceException.class, unit::createEntityManager));
        assertSame(reason, assertThrows(PersistenceException.class, unit::getMetamodel));
    }

    @Test
    void aManagerThatWasGivenOutBeforeItFailedTellsWhyToo() throws Exception {
        PersistenceException reason = new PersistenceException("no such customizer");
        EntityManagerFactory unit = open(() -> {
            opened.await();
            throw reason;
        });
        EntityManager early = unit.createEntityManager();
        opened.countDown();
        assertSame(reason, assertThrows(PersistenceException.class, early::isOpen));
    }

    @Test
    void aUnitWhoseFirstManagerFailsIsNotOpen() {
        PersistenceException reason = new PersistenceException("the database refuses");
        EntityManagerFactory unit = open(() -> proxy(EntityManagerFactory.class, name -> {
            throw reason;
        }));
        assertSame(reason, assertThrows(PersistenceException.class, unit::isOpen));
    }

    @Test
    void anErrorIsToldAsWhatItIs() {
        LinkageError reason = new NoClassDefFoundError("org/sekisho/Gone");
        EntityManagerFactory unit = open(() -> {
            throw reason;
        });
        assertSame(reason, assertThrows(LinkageError.class, unit::isOpen));
    }

    /** Which the interface doesn't allow, and the virtual machine does. */
    @Test
    void evenAnExceptionThatNobodyDeclaredEndsTheWaiting() {
        IOException reason = new IOException("torn");
        EntityManagerFactory unit = open(() -> {
            throw reason;
        });
        assertSame(reason, assertThrows(RuntimeException.class, unit::isOpen).getCause());
    }

    @Test
    void whatIsNotWovenYetIsOpenedAtOnce() {
        System.clearProperty(WEAVING);
        PersistenceException reason = new PersistenceException("no such customizer");
        assertSame(
                reason,
                assertThrows(
                        PersistenceException.class,
                        () -> open(() -> {
                            throw reason;
                        })));
    }

    private static EntityManagerFactory open(Callable<EntityManagerFactory> opening) {
        PersistenceUnitInfo info = proxy(PersistenceUnitInfo.class, name -> EarlyUnitTest.class.getClassLoader());
        return new EarlyUnit(new Provider(opening)).createContainerEntityManagerFactory(info, Map.of());
    }

    private EntityManagerFactory factory() {
        return proxy(EntityManagerFactory.class, name -> switch (name) {
            case "createEntityManager" -> {
                managers.incrementAndGet();
                yield proxy(EntityManager.class, any -> null);
            }
            case "isOpen" -> true;
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName())));
    }

    private interface Answer {
        @Nullable
        Object to(String method);
    }

    /** Opens units as a test says, and throws what it throws. */
    @SuppressWarnings("rawtypes") // as the interface has it
    private record Provider(Callable<EntityManagerFactory> opening) implements PersistenceProvider {

        @Override
        public EntityManagerFactory createContainerEntityManagerFactory(PersistenceUnitInfo unit, Map settings) {
            try {
                return opening.call();
            } catch (Exception failure) {
                throw Provider.<RuntimeException>asIs(failure);
            }
        }

        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        private static <T extends Throwable> T asIs(Throwable thrown) throws T {
            throw (T) thrown;
        }

        @Override
        public EntityManagerFactory createEntityManagerFactory(String unit, Map settings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void generateSchema(PersistenceUnitInfo unit, Map settings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean generateSchema(String unit, Map settings) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ProviderUtil getProviderUtil() {
            throw new UnsupportedOperationException();
        }
    }
}
