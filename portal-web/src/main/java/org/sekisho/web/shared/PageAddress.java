package org.sekisho.web.shared;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Lets the forms of a page send to the page's whole address. Which agreement, which filter: it stands there and nowhere else, so
 * that a page that is sent, loaded again, or read in the other language stays what it was.
 */
public class PageAddress extends ViewHandlerWrapper {

    private static final String NONCE = "primefaces.nonce";

    public PageAddress(ViewHandler wrapped) {
        super(wrapped);
    }

    /**
     * Adds the nonce of the page's scripts to each form. PrimeFaces refuses a form without it, and adds it by a script; ours work
     * without one.
     */
    @Override
    public void writeState(FacesContext faces) throws IOException {
        super.writeState(faces);
        Map<String, Object> kept = faces.getViewRoot().getViewMap(false);
        Object nonce = kept == null ? null : kept.get(NONCE);
        if (nonce != null) {
            ResponseWriter writer = faces.getResponseWriter();
            writer.startElement("input", null);
            writer.writeAttribute("type", "hidden", null);
            writer.writeAttribute("name", NONCE, null);
            writer.writeAttribute("value", nonce, null);
            writer.endElement("input");
        }
    }

    @Override
    public String getActionURL(FacesContext faces, String view) {
        String address = super.getActionURL(faces, view);
        boolean own =
                faces.getViewRoot() != null && view.equals(faces.getViewRoot().getViewId());
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        String query = request.getQueryString();
        if (!own || query == null || address.contains("?")) {
            return address;
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(each -> !each.equals(Notices.EXPIRED + "=1") && !each.startsWith("format="))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? address : address + "?" + kept;
    }
}
