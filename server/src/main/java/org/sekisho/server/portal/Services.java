package org.sekisho.server.portal;

import java.lang.annotation.Annotation;

/** Services of the running server, by name, since its own classes are no dependency that this program could be compiled against. */
final class Services {

    private Services() {}

    /** Makes it if it isn't there yet. */
    static Object get(String name) throws ReflectiveOperationException {
        Object services = Class.forName("org.glassfish.internal.api.Globals")
                .getMethod("getDefaultHabitat")
                .invoke(null);
        return Class.forName("org.glassfish.hk2.api.ServiceLocator")
                .getMethod("getService", Class.class, Annotation[].class)
                .invoke(services, Class.forName(name), new Annotation[0]);
    }
}
