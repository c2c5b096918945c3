package org.sekisho.web.shared;

import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/**
 * Turns refusals into words on the page, or into the page that says what is wrong: one place for all pages. Whatever else breaks
 * becomes the page of failures, without a word about the machine's insides.
 */
public final class PageFailures extends ExceptionHandlerWrapper {

    private PageFailures(ExceptionHandler wrapped) {
        super(wrapped);
    }

    /** Puts the handler in. */
    public static final class Factory extends ExceptionHandlerFactory {

        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new PageFailures(getWrapped().getExceptionHandler());
        }
    }

    @Override
    public void handle() {
        Iterator<ExceptionQueuedEvent> events =
                getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            ExceptionQueuedEvent event = events.next();
            Throwable thrown = event.getContext().getException();
            FacesContext faces = event.getContext().getContext();
            Optional<Refusal> refusal = find(thrown, Refusal.class);
            if (find(thrown, ViewExpiredException.class).isPresent()) {
                events.remove();
                again(faces);
            } else if (refusal.isPresent()) {
                events.remove();
                answer(faces, refusal.get(), event.getContext().getPhaseId());
            }
        }
        getWrapped().handle();
    }

    private static void answer(FacesContext faces, Refusal refusal, PhaseId phase) {
        boolean drawing =
                PhaseId.RENDER_RESPONSE.equals(phase) || PhaseId.RESTORE_VIEW.equals(phase) || !faces.isPostback();
        ErrorCode.Kind kind = refusal.code().kind();
        // What an address names and isn't there is no page; what somebody typed into a field is a mistake in that
        // field.
        boolean noPage =
                kind == ErrorCode.Kind.NOT_FOUND && RefusalWords.field(refusal).isEmpty();
        if (kind == ErrorCode.Kind.UNAUTHENTICATED) {
            redirect(faces, PageGate.signIn(request(faces)));
        } else if (drawing || noPage) {
            status(faces, status(kind));
        } else {
            say(faces, refusal);
            faces.validationFailed();
            faces.renderResponse();
        }
    }

    /** Who left the field empty that was refused is told of everything else that is missing, too. */
    private static void say(FacesContext faces, Refusal refusal) {
        Optional<String> field = RefusalWords.field(refusal);
        Set<String> missing = field.isEmpty() ? Set.of() : FieldNotes.of(faces).missing();
        if (field.isPresent() && missing.contains(field.get())) {
            missing.forEach(each -> say(
                    faces, each, each.equals(field.get()) ? refusal : Refusal.of(SharedError.REQUIRED, "field", each)));
        } else {
            say(faces, field.orElse(null), refusal);
        }
    }

    private static void say(FacesContext faces, @Nullable String field, Refusal refusal) {
        String words = RefusalWords.of(refusal, locale(faces));
        faces.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, words, null));
    }

    private static int status(ErrorCode.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> 404;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case INVALID, CONFLICT, LIMITED -> 400;
            case UNAVAILABLE -> 503;
        };
    }

    /** A page whose state is gone is loaded again by its own address, with a word about it. */
    private static void again(FacesContext faces) {
        HttpServletRequest request = request(faces);
        String query = request.getQueryString();
        redirect(faces, request.getRequestURI() + "?" + (query == null ? "" : query + "&") + Notices.EXPIRED + "=1");
    }

    private static void redirect(FacesContext faces, String path) {
        try {
            faces.getExternalContext().redirect(path);
            faces.responseComplete();
        } catch (IOException broken) {
            throw new FacesException(broken);
        }
    }

    private static void status(FacesContext faces, int status) {
        try {
            ExternalContext external = faces.getExternalContext();
            if (!external.isResponseCommitted()) {
                external.responseReset();
                external.responseSendError(status, "");
            }
            faces.responseComplete();
        } catch (IOException broken) {
            throw new FacesException(broken);
        }
    }

    private static java.util.Locale locale(FacesContext faces) {
        return faces.getViewRoot() == null
                ? java.util.Locale.ENGLISH
                : faces.getViewRoot().getLocale();
    }

    private static HttpServletRequest request(FacesContext faces) {
        return (HttpServletRequest) faces.getExternalContext().getRequest();
    }

    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> kind) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
        }
        return Optional.empty();
    }
}
