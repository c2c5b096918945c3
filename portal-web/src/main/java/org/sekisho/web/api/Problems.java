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
import java.util.Set;
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

    /** Statuses by which the container refuses a call before any use case is asked. */
    private static final Set<Integer> TOLD = Set.of(400, 404, 405, 406, 415);

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
                return Problem.of(status, "http." + status, title(status, locale()), Map.of());
            }
        }
        LOG.log(Level.SEVERE, "A resource failed", thrown);
        return Problem.of(500, "shared.failure", Words.in(locale()).text("error.shared.failure"), Map.of());
    }

    /** What a status without a refusal means, in words of the caller's language. */
    static String title(int status, Locale locale) {
        String known = TOLD.contains(status) ? String.valueOf(status) : "other";
        return Words.in(locale).text("http." + known);
    }

    private Locale locale() {
        return locale(headers);
    }

    /** The language that the caller asks for, of those that there are. */
    static Locale locale(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .filter(language -> "ja".equals(language.getLanguage()) || "en".equals(language.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }
}
