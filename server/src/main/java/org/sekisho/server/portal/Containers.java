package org.sekisho.server.portal;

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
            for (String name : NAMES) {
                Services.get(name);
            }
        } catch (ReflectiveOperationException | RuntimeException left) {
            LOG.log(Level.FINE, "Left to the deployment", left);
        }
    }
}
