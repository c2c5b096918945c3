package org.sekisho.server.portal;

import java.lang.reflect.Proxy;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Hears from the server how far a deployment is, and gives it what was prepared beside it. By name and reflection, since the server's own
 * classes are no dependency that this program could be compiled against. Whatever fails here, the deployment does itself.
 */
final class DeploymentEvents {

    private static final Logger LOG = Logger.getLogger(DeploymentEvents.class.getName());

    private static final String EVENTS = "org.glassfish.api.event.Events";
    private static final String LISTENER = "org.glassfish.api.event.EventListener";
    private static final String CONTEXT = "org.glassfish.internal.deployment.ExtendedDeploymentContext";

    private static final String CREATED = "Initial_Context_Created";
    private static final String LOADER_CREATED = "After_Deployment_ClassLoader_Creation";

    private final EarlyTypes types;

    private DeploymentEvents(EarlyTypes types) {
        this.types = types;
    }

    /** Listens from now on. */
    static void listen(EarlyTypes types) {
        try {
            DeploymentEvents events = new DeploymentEvents(types);
            Class<?> listener = Class.forName(LISTENER);
            Object handler = Proxy.newProxyInstance(
                    DeploymentEvents.class.getClassLoader(),
                    new Class<?>[] {listener},
                    (self, method, arguments) -> switch (method.getName()) {
                        case "hashCode" -> System.identityHashCode(self);
                        case "equals" -> self == arguments[0];
                        case "toString" -> DeploymentEvents.class.getName();
                        default -> events.hear(arguments[0]);
                    });
            Class.forName(EVENTS).getMethod("register", listener).invoke(Services.get(EVENTS), handler);
        } catch (ReflectiveOperationException | RuntimeException left) {
            LOG.log(Level.FINE, "Left to the deployment", left);
        }
    }

    /** What is heard wants no answer. */
    @SuppressWarnings("NullAway") // a method without a result, called by reflection
    private Object hear(Object event) {
        try {
            Object name = event.getClass().getMethod("name").invoke(event);
            if (CREATED.equals(name)) {
                giveTypes(context(event));
            } else if (LOADER_CREATED.equals(name)) {
                loadAhead(context(event));
            }
        } catch (ReflectiveOperationException | RuntimeException left) {
            LOG.log(Level.FINE, "Left to the deployment", left);
        }
        return null;
    }

    private static Object context(Object event) throws ReflectiveOperationException {
        return event.getClass().getMethod("hook").invoke(event);
    }

    private void giveTypes(Object context) throws ReflectiveOperationException {
        for (Object each : types.parsed()) {
            Class.forName(CONTEXT)
                    .getMethod("addTransientAppMetaData", String.class, Object.class)
                    .invoke(context, EarlyTypes.key(each), each);
        }
    }

    /**
     * The loader that reads what is deployed also runs it. The server makes a second one, because a persistence provider may change
     * classes after they were looked at; ours are woven already, and to load some hundred of them twice takes its time.
     */
    private void loadAhead(Object context) throws ReflectiveOperationException {
        Class<?> type = Class.forName(CONTEXT);
        ClassLoader loader = (ClassLoader) type.getMethod("getClassLoader").invoke(context);
        type.getMethod("setClassLoader", ClassLoader.class).invoke(context, loader);
        Thread ahead = new Thread(() -> types.load(loader), "classes");
        ahead.setDaemon(true);
        ahead.start();
    }
}
