package org.sekisho.web.shared;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Answers a page's request with a file. What refuses it has to have spoken before. */
public final class FileDownload {

    private FileDownload() {}

    /** What writes a file's bytes. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Sends the file under its own name, for nobody to keep on the way, and completes the answer. */
    public static void send(String name, String mediaType, Writing content) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType(mediaType);
        answer.setResponseHeader("Content-Disposition", FileHeaders.disposition(name));
        answer.setResponseHeader("Cache-Control", "no-store");
        try {
            content.to(answer.getResponseOutputStream());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        faces.responseComplete();
    }
}
