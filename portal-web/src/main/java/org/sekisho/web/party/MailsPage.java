package org.sekisho.web.party;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.mail.MailDirectory.MailFilter;
import org.sekisho.domain.party.mail.MailDirectory.MailRow;
import org.sekisho.domain.party.mail.MailOutbox;
import org.sekisho.domain.party.mail.MailState;
import org.sekisho.domain.shared.Page;
import org.sekisho.ejb.party.MailService;
import org.sekisho.web.shared.Choice;
import org.sekisho.web.shared.Csv;
import org.sekisho.web.shared.ListState;
import org.sekisho.web.shared.Moments;
import org.sekisho.web.shared.Notices;
import org.sekisho.web.shared.Say;

/** What became of the mails: which wait, which were sent, which were given up and why. The rows stay while the page is open. */
@Named
@ViewScoped
public class MailsPage implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String STATE = "state";

    private static final Csv<MailRow> CSV = new Csv<MailRow>()
            .with("email", MailRow::email)
            .with("name_en", row -> row.name().en())
            .with("name_ja", row -> row.name().ja())
            .with("kind", MailRow::kind)
            .with("state", MailRow::state)
            .with("attempts", MailRow::attempts)
            .with("created_at", MailRow::createdAt)
            .with("next_attempt_at", MailRow::nextAttemptAt)
            .with("sent_at", MailRow::sentAt)
            .with("failure", MailRow::failure);

    @Inject
    private transient MailService mails;

    @Inject
    private transient HttpServletRequest request;

    @Inject
    private transient Notices notices;

    @Inject
    private transient Say say;

    @Inject
    private transient Moments moments;

    @SuppressWarnings("NullAway.Init")
    private transient ListState list;

    private transient @Nullable Page<MailRow> page;

    @PostConstruct
    void read() {
        list = ListState.of(request, List.of(STATE), List.of("-created", "email", "kind", STATE));
    }

    public ListState getList() {
        return list;
    }

    /** The rows that the address asks for. */
    public Page<MailRow> getPage() {
        if (page == null) {
            page = mails.list(filter(), list.page());
        }
        return page;
    }

    /** Answers with the whole list as CSV. */
    public void download() {
        CSV.send("mails", after -> mails.list(filter(), list.wholeAfter(after)));
    }

    private MailFilter filter() {
        return new MailFilter(list.words(), list.choice(STATE, MailState.class));
    }

    public boolean isConfigured() {
        return mails.isConfigured();
    }

    /** How often and how long a mail is tried. */
    public String getAbout() {
        return say.text("mails.about", Map.of("attempts", MailOutbox.MOST_ATTEMPTS));
    }

    /** Tries a mail anew that was given up. */
    public void tryAnew(UUID mail) {
        mails.tryAnew(mail);
        notices.done("mails.done", Map.of());
        notices.leadTo(list.getHere());
    }

    public List<Choice> getStates() {
        return say.choices("mail-state", Arrays.stream(MailState.values()));
    }

    /** When it was sent, or is tried next, or was given up. */
    public String when(MailRow mail) {
        return switch (mail.state()) {
            case SENT -> moments.past(mail.sentAt().orElseThrow());
            case WAITING -> mail.attempts() == 0
                    ? say.text("mails.soon", Map.of())
                    : say.text("mails.next", Map.of("when", moments.time(mail.nextAttemptAt())));
            case GIVEN_UP -> say.text("mails.never", Map.of("count", mail.attempts()));
        };
    }

    /** The tone of a state's chip. */
    public String tone(MailRow mail) {
        return switch (mail.state()) {
            case SENT -> "chip-good";
            case WAITING -> mail.attempts() == 0 ? "chip-info" : "chip-soon";
            case GIVEN_UP -> "chip-bad";
        };
    }
}
