package org.sekisho.web.api;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.Replayed;
import org.sekisho.web.shared.RefusalWords;
import org.sekisho.web.text.Words;

/** Every failure of a resource becomes a problem document; what broke inside is in the log and not in the answer. */
@Provider
public class Problems implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(Problems.class.getName());

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Problem.of(
                        Problem.status(refusal),
                        refusal.code().code(),
                        RefusalWords.of(refusal, locale()),
                        refusal.parameters());
            }
            if (cause instanceof Replayed replayed) {
                return Answer.read(replayed.answer()).response();
            }
            if (cause instanceof NotJson || cause instanceof JsonException || cause instanceof JsonbException) {
                Refusal malformed = Refusal.of(SharedError.MALFORMED, "field", "body");
                return Problem.of(
                        Response.Status.BAD_REQUEST.getStatusCode(),
                        malformed.code().code(),
                        RefusalWords.of(malformed, locale()),
                        malformed.parameters());
            }
            if (cause instanceof WebApplicationException known) {
                int status = known.getResponse().getStatus();
                return Problem.of(
                        status,
                        "http." + status,
                        known.getResponse().getStatusInfo().getReasonPhrase(),
                        Map.of());
            }
        }
        LOG.log(Level.SEVERE, "A resource failed", thrown);
        return Problem.of(500, "shared.failure", Words.in(locale()).text("error.shared.failure"), Map.of());
    }

    private Locale locale() {
        return headers.getAcceptableLanguages().stream()
                .filter(language -> "ja".equals(language.getLanguage()) || "en".equals(language.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
