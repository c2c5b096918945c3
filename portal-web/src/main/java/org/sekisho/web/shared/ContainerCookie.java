package org.sekisho.web.shared;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.sekisho.domain.shared.Settings;

/** Gives the container's own cookie, by which a node finds a page's state again, the flags of the session's that the descriptors can't. */
public class ContainerCookie implements ServletContextListener {

    @Inject
    private Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().getSessionCookieConfig().setSecure(settings.secure());
    }
}
