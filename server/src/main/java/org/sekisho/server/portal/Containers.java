package org.sekisho.server.portal;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sets up the server's containers while the deployment still reads the portal's classes; it would do so itself, afterwards and one by
 * one. Whatever fails here, the deployment comes across again, and says so.
 */
final class Containers implements Runnable {

    private static final Logger LOG = Logger.getLogger(Containers.class.getName());

    /** Services of the server, in the order in which a deployment asks for them. */
    private static final List<String> NAMES = List.of(
            "com.sun.enterprise.web.WebContainer",
            "com.sun.enterprise.security.ssl.SSLUtils",
            "com.sun.ejb.containers.EjbContainerUtilImpl");

    @Override
    public void run() {
        try {
            // By name, since the server's own classes are no dependency that this program could be compiled against.
            Object services = Class.forName("org.glassfish.internal.api.Globals")
                    .getMethod("getDefaultHabitat")
                    .invoke(null);
            Method service = Class.forName("org.glassfish.hk2.api.ServiceLocator")
                    .getMethod("getService", Class.class, Annotation[].class);
            for (String name : NAMES) {
                service.invoke(services, Class.forName(name), new Annotation[0]);
            }
        } catch (ReflectiveOperationException | RuntimeException left) {
            LOG.log(Level.FINE, "Left to the deployment", left);
        }
    }
}
