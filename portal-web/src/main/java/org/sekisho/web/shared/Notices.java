package org.sekisho.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sekisho.web.text.Words;

/** What the page has to say at its top: what went wrong, with links into the fields, and what was done. */
@Named
@RequestScoped
public class Notices {

    /** The parameter of a page that was loaded again because its state was gone. */
    static final String EXPIRED = "expired";
    /** The parameter of the sign-in page when a form was sent in a session that had ended. */
    static final String LAPSED = "lapsed";

    @Inject
    private Me me;

    private @Nullable Map<String, String> labels;

    /** A sentence, and the field it is about where there is one. */
    public record Notice(String words, String field) {

        public String getWords() {
            return words;
        }

        public String getField() {
            return field;
        }
    }

    public List<Notice> getErrors() {
        return list(true);
    }

    public boolean isWrong() {
        return !getErrors().isEmpty();
    }

    public List<Notice> getDone() {
        return list(false);
    }

    /** Whether the page was loaded again because its state was gone. */
    public boolean isExpired() {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .containsKey(EXPIRED);
    }

    /** Whether a form was sent in a session that had ended. */
    public boolean isLapsed() {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .containsKey(LAPSED);
    }

    /** Whether the form that was sent was larger than anything that is taken. */
    public boolean isTooLarge() {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .containsKey(StreamedForms.TOO_LARGE);
    }

    /** Says after the next redirect that something was done. */
    public void done(String key, Map<String, ?> parameters) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(
                null,
                new FacesMessage(
                        FacesMessage.SEVERITY_INFO, Words.in(me.getLocale()).text(key, parameters), null));
    }

    /** Says after the next redirect what is to be known of what a field held; it is neither praise nor a refusal. */
    void note(String field, String words) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_INFO, words, null));
    }

    /** Whether something is wrong with a field. */
    public boolean about(String field) {
        return !of(field).isEmpty();
    }

    /** The sentence as it stands apart from its field: with what the field is called. */
    public String sentence(Notice notice) {
        if (labels == null) {
            labels = FieldNotes.of(FacesContext.getCurrentInstance()).labels();
        }
        String label = labels.get(notice.field());
        return label == null
                ? notice.words()
                : Words.in(me.getLocale()).text("notice.of-field", Map.of("label", label, "words", notice.words()));
    }

    /** What is wrong with a field. */
    public List<Notice> of(String field) {
        return getErrors().stream().filter(each -> each.field().equals(field)).toList();
    }

    /** Says at a field what is wrong with it. */
    public void wrong(String field, String key) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.addMessage(
                field,
                new FacesMessage(
                        FacesMessage.SEVERITY_ERROR, Words.in(me.getLocale()).text(key, Map.of()), null));
        faces.validationFailed();
    }

    /** Leads to another page of the portal, as every act ends. */
    public void leadTo(String path) {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().redirect(path);
            faces.responseComplete();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Notice> list(boolean errors) {
        FacesContext faces = FacesContext.getCurrentInstance();
        List<Notice> notices = new ArrayList<>();
        Iterator<String> clients = faces.getClientIdsWithMessages();
        while (clients.hasNext()) {
            String client = clients.next();
            for (FacesMessage message : faces.getMessageList(client)) {
                boolean error = message.getSeverity().compareTo(FacesMessage.SEVERITY_WARN) >= 0;
                if (error == errors) {
                    notices.add(new Notice(message.getSummary(), client == null ? "" : client));
                }
            }
        }
        return notices;
    }
}
