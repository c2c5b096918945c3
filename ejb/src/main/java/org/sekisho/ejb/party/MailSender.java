package org.sekisho.ejb.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.sekisho.domain.party.mail.MailKind;
import org.sekisho.domain.party.mail.MailOutbox.WaitingMail;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Settings;
import org.sekisho.ejb.shared.Mail;
import org.sekisho.ejb.shared.Phrases;

/** Writes mails out in their reader's language and hands them to the mail server, several over one connection. */
@ApplicationScoped
class MailSender {

    private static final Logger LOG = Logger.getLogger(MailSender.class.getName());
    private static final List<String> BUNDLES = List.of("org.sekisho.ejb.text.mail");

    /** Mailbox unavailable, not local, name not allowed (RFC 5321 section 4.2.3), for other reasons than a policy (RFC 3463 section 3.8). */
    private static final Pattern NO_SUCH_RECIPIENT = Pattern.compile("55[013][ -](?!5\\.7\\.).*");

    private final Settings settings;
    private final Mail mail;
    private final Clock clock;
    private final Map<Locale, Phrases> words = new ConcurrentHashMap<>();

    @Inject
    MailSender(Settings settings, Mail mail, Clock clock) {
        this.settings = settings;
        this.mail = mail;
        this.clock = clock;
    }

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected MailSender() {
        this(null, null, null);
    }

    /**
     * Why a mail was not taken.
     *
     * @param forGood whether it is in vain to try again: there is no such recipient
     */
    record NotTaken(String words, boolean forGood) {

        static NotTaken of(Exception failure) {
            String words = said(failure);
            boolean recipient = failure instanceof SendFailedException refused
                    && refused.getInvalidAddresses() != null
                    && refused.getInvalidAddresses().length > 0;
            return new NotTaken(
                    words, recipient && NO_SUCH_RECIPIENT.matcher(words).matches());
        }
    }

    /**
     * Tries each mail and says of each what became of it.
     *
     * @return whether there was a server; otherwise nothing was tried
     */
    boolean send(List<WaitingMail> mails, Consumer<WaitingMail> sent, BiConsumer<WaitingMail, NotTaken> failed) {
        SmtpServer server = SmtpServer.of(settings.smtp().orElseThrow(), settings.publicUrl());
        Session session = server.session();
        boolean connected = false;
        try (Transport transport = session.getTransport(server.protocol())) {
            server.connect(transport);
            connected = true;
            for (WaitingMail each : mails) {
                send(each, server, session, transport, sent, failed);
            }
        } catch (MessagingException broken) {
            // After the last mail it is only the goodbye that failed.
            LOG.log(Level.WARNING, "The mail server can''t be used: {0}", broken.getMessage());
        }
        return connected;
    }

    private void send(
            WaitingMail each,
            SmtpServer server,
            Session session,
            Transport transport,
            Consumer<WaitingMail> sent,
            BiConsumer<WaitingMail, NotTaken> failed) {
        try {
            MimeMessage message = message(each, server, session);
            transport.sendMessage(message, message.getAllRecipients());
            sent.accept(each);
        } catch (MessagingException | UnsupportedEncodingException refused) {
            LOG.log(Level.WARNING, "Mail {0} was not taken: {1}", new Object[] {each.id(), refused.getMessage()});
            failed.accept(each, NotTaken.of(refused));
        }
    }

    /** What went wrong, on one line: the server's own words lie below those of the library. */
    static String said(Exception failure) {
        Exception deepest = failure;
        while (deepest instanceof MessagingException wrapping && wrapping.getNextException() != null) {
            deepest = wrapping.getNextException();
        }
        return String.valueOf(deepest.getMessage()).replaceAll("\\s+", " ").strip();
    }

    private MimeMessage message(WaitingMail each, SmtpServer server, Session session)
            throws MessagingException, UnsupportedEncodingException {
        Phrases phrases = words.computeIfAbsent(
                each.language().locale(), locale -> Phrases.of(BUNDLES, locale, MailSender.class.getClassLoader()));
        String key = "mail." + each.kind().name();
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(server.from(), phrases.text("mail.from"), StandardCharsets.UTF_8.name()));
        Address to = new InternetAddress(each.to().toString());
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(phrases.text(key + ".subject"), StandardCharsets.UTF_8.name());
        message.setText(body(each, phrases, key), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(clock.instant()));
        message.saveChanges();
        return message;
    }

    private String body(WaitingMail each, Phrases phrases, String key) {
        String token = each.token()
                .map(kept -> "?token=" + mail.open(each.id(), each.home(), kept))
                .orElse("");
        String link = settings.publicUrl() + each.path() + token;
        String own = each.kind() == MailKind.WAITING ? key : "mail";
        String due = each.due()
                .map(until -> phrases.text(
                        own + ".due",
                        Map.of(
                                "local", until.atZone(Days.ZONE).format(pattern(phrases)),
                                "utc", until.atZone(ZoneOffset.UTC).format(pattern(phrases)),
                                "count", each.waiting())))
                .orElseGet(() -> phrases.text(own + ".no-due"));
        return phrases.text(key + ".body", Map.of("link", link, "due", due, "count", each.waiting())) + "\n\n"
                + phrases.text("mail.end") + "\n";
    }

    private static DateTimeFormatter pattern(Phrases phrases) {
        return DateTimeFormatter.ofPattern(phrases.text("mail.time"), phrases.locale());
    }
}
