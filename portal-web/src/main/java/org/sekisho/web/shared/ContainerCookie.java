package org.sekisho.web.shared;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.SessionCookieConfig;
import org.sekisho.domain.shared.Settings;

/** Gives the container's own cookie, by which a node finds a page's state again, the flags of the session's. */
public class ContainerCookie implements ServletContextListener {

    @Inject
    private Settings settings;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        SessionCookieConfig cookie = event.getServletContext().getSessionCookieConfig();
        cookie.setSecure(settings.secure());
        cookie.setAttribute("SameSite", "Lax");
    }
}
