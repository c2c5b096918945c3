package org.sekisho.persistence.shared;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.spi.PersistenceProvider;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.ProviderUtil;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The server's own persistence provider, except that it opens the unit on a thread of its own while the server goes on with the
 * deployment, which asks for entities only at its end. Whoever needs the unit before it is open waits for it; whoever needs it after it
 * could not be opened learns why. The deployment itself may be over by then: so the failure is logged, and the launcher, which listens
 * for it, ends the start with its reason.
 *
 * <p>Only where entities are woven already, as the launcher has them. Else they are woven while they are loaded, and the unit has to be
 * there before the first of them.
 */
@SuppressWarnings("rawtypes") // as the interface has it
public final class EarlyUnit implements PersistenceProvider {

    private static final Logger LOG = Logger.getLogger(EarlyUnit.class.getName());
    private static final String PROVIDER = "org.eclipse.persistence.jpa.PersistenceProvider";

    private final PersistenceProvider provider;

    public EarlyUnit() throws ReflectiveOperationException {
        // By name: the server brings it, and nothing else here depends on it.
        provider = (PersistenceProvider)
                Class.forName(PROVIDER).getDeclaredConstructor().newInstance();
    }

    EarlyUnit(PersistenceProvider provider) {
        this.provider = provider;
    }

    @Override
    public EntityManagerFactory createContainerEntityManagerFactory(PersistenceUnitInfo unit, Map settings) {
        if (!"static".equals(System.getProperty("eclipselink.weaving"))) {
            return provider.createContainerEntityManagerFactory(unit, settings);
        }
        CompletableFuture<EntityManagerFactory> opening = new CompletableFuture<>();
        Thread opener = new Thread(() -> open(unit, settings, opening), "persistence");
        opener.setContextClassLoader(unit.getClassLoader());
        opener.setDaemon(true);
        opener.start();
        return standIn(EntityManagerFactory.class, new Unit(opening));
    }

    private void open(PersistenceUnitInfo unit, Map<?, ?> settings, CompletableFuture<EntityManagerFactory> opening) {
        try {
            EntityManagerFactory opened = provider.createContainerEntityManagerFactory(unit, settings);
            // The first manager of entities is what lets the provider finish.
            opened.createEntityManager().close();
            opening.complete(opened);
        } catch (Exception | Error failure) {
            // Whatever it was, also what nobody declared: somebody waits. And nobody may ask, so the log has to say it.
            opening.completeExceptionally(failure);
            LOG.log(Level.SEVERE, "The persistence unit can't be opened", failure);
        }
    }

    @Override
    public EntityManagerFactory createEntityManagerFactory(String unit, Map settings) {
        return provider.createEntityManagerFactory(unit, settings);
    }

    @Override
    public void generateSchema(PersistenceUnitInfo unit, Map settings) {
        provider.generateSchema(unit, settings);
    }

    @Override
    public boolean generateSchema(String unit, Map settings) {
        return provider.generateSchema(unit, settings);
    }

    @Override
    public ProviderUtil getProviderUtil() {
        return provider.getProviderUtil();
    }

    private static <T> T standIn(Class<T> type, InvocationHandler behaviour) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, behaviour));
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }

    /** The unit, open or not yet. */
    private record Unit(CompletableFuture<EntityManagerFactory> opening) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return call(this, method, arguments);
            }
            if (method.getName().equals("createEntityManager") && arguments == null && !opening.isDone()) {
                return standIn(EntityManager.class, new Manager(() -> opened().createEntityManager()));
            }
            return call(opened(), method, arguments);
        }

        private EntityManagerFactory opened() {
            try {
                return opening.join();
            } catch (CompletionException failure) {
                if (failure.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                if (failure.getCause() instanceof Error cause) {
                    throw cause;
                }
                throw failure;
            }
        }
    }

    /** A manager of entities that the server makes, only to close it at once, in order to see the unit opened. */
    private static final class Manager implements InvocationHandler {

        private final Supplier<EntityManager> made;
        private @Nullable EntityManager manager;

        Manager(Supplier<EntityManager> made) {
            this.made = made;
        }

        @Override
        public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getDeclaringClass() == Object.class) {
                return call(this, method, arguments);
            }
            if (method.getName().equals("close") && manager == null) {
                return null;
            }
            if (manager == null) {
                manager = made.get();
            }
            return call(manager, method, arguments);
        }
    }
}
