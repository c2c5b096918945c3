package org.sekisho.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
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
        add(new NewMail(Ids.next(), recipient, MailKind.WAITING, "/home", due, Optional.empty(), count));
    }

    /** The password, the second factor or the address of a person's account changed. */
    public void accountChanged(UUID recipient) {
        add(new NewMail(
                Ids.next(), recipient, MailKind.ACCOUNT_CHANGED, "/account", Optional.empty(), Optional.empty(), 0));
    }

    /**
     * A one-time link. Its token stands sealed in the row until the mail is sent, and nowhere else.
     *
     * @param path to which the token is added
     * @param expires until when the link can be used
     */
    public void link(Person recipient, MailKind kind, String path, String token, Instant expires) {
        UUID id = Ids.next();
        byte[] sealed = vault.sealText(place(id, recipient.home()), token);
        add(new NewMail(id, recipient.id(), kind, path, Optional.of(expires), Optional.of(sealed), 0));
    }

    /** The token of a mail, for whoever writes it out. */
    public String open(UUID mail, UUID home, byte[] sealed) {
        return vault.openText(place(mail, home), sealed);
    }

    private void add(NewMail mail) {
        if (isConfigured()) {
            outbox.add(mail, act.now());
        }
    }

    private static Vault.Place place(UUID mail, UUID home) {
        return new Vault.Place(TABLE, mail, home).column("token");
    }
}
