package org.sekisho.web.shared;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.shared.Ids;

/** The page of failures: a code by which what broke is found in the log, and nothing of what it was. */
@Named
@RequestScoped
public class FailurePage {

    private static final Logger LOG = Logger.getLogger(FailurePage.class.getName());
    private static final int LENGTH = 8;

    @Inject
    private HttpServletRequest request;

    private String code = "";

    @PostConstruct
    void report() {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            String id = Ids.next().toString();
            code = id.substring(id.length() - LENGTH).toUpperCase(Locale.ROOT);
            LOG.log(
                    Level.SEVERE,
                    thrown,
                    () -> "Failure " + code + " at " + request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        }
    }

    /** Empty where nothing broke in this request. */
    public String getCode() {
        return code;
    }
}
