package org.sekisho.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.mail.MailKind;
import org.sekisho.domain.party.mail.MailOutbox;
import org.sekisho.domain.party.mail.MailOutbox.NewMail;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.vault.Vault;

/**
 * Tells people by mail that something waits: by when, and where, never what. The mail is a row of the act's own transaction and is
 * sent after that has committed. Without a mail server nothing is written.
 */
@ApplicationScoped
public class Mail {

    private static final String TABLE = "mail";

    @Inject
    private MailOutbox outbox;

    @Inject
    private Vault vault;

    @Inject
    private Settings settings;

    @Inject
    private CurrentAct act;

    /** Whether mail can be sent at all. */
    public boolean isConfigured() {
        return settings.smtp().isPresent();
    }

    /**
     * Something waits for a person, whose queue says what. Only the notices send it: whoever has something that waits, has it in a
     * {@link org.sekisho.domain.shared.QueueSource}.
     *
     * @param due when the first of it is due
     */
    public void waiting(UUID recipient, int count, Optional<Instant> due) {
        add(List.of(new NewMail(Ids.next(), recipient, MailKind.WAITING, "/home", due, Optional.empty(), count)));
    }

    /** The password, the second factor or the address of a person's account changed. */
    public void accountChanged(UUID recipient) {
        add(List.of(new NewMail(
                Ids.next(), recipient, MailKind.ACCOUNT_CHANGED, "/account", Optional.empty(), Optional.empty(), 0)));
    }

    /**
     * A mail with a one-time link.
     *
     * @param path to which the token is added
     * @param expires until when the link can be used
     */
    public record LinkMail(Person recipient, MailKind kind, String path, String token, Instant expires) {}

    /** One-time links. Their tokens stand sealed in the rows until the mails are sent, and nowhere else. */
    public void links(List<LinkMail> links) {
        add(links.stream().map(this::sealed).toList());
    }

    /** The token of a mail, for whoever writes it out. */
    public String open(UUID mail, UUID home, byte[] sealed) {
        return vault.openText(place(mail, home), sealed);
    }

    private NewMail sealed(LinkMail link) {
        UUID id = Ids.next();
        byte[] token = vault.sealText(place(id, link.recipient().home()), link.token());
        return new NewMail(
                id,
                link.recipient().id(),
                link.kind(),
                link.path(),
                Optional.of(link.expires()),
                Optional.of(token),
                0);
    }

    private void add(List<NewMail> mails) {
        if (isConfigured()) {
            outbox.add(mails, act.now());
        }
    }

    private static Vault.Place place(UUID mail, UUID home) {
        return new Vault.Place(TABLE, mail, home).column("token");
    }
}
