package org.sekisho.domain.party.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.ReadingLanguage;

/** Mails that wait to be sent. A mail is written in the transaction of the act that causes it, and sent after that has committed. */
public interface MailOutbox {

    /** After so many failures a mail is given up; by then a day has passed. */
    int MOST_ATTEMPTS = 12;

    /** The most characters that are kept of what a mail server said. */
    int FAILURE_LIMIT = 200;

    /** Adds mails. */
    void add(List<NewMail> mails, Instant now);

    /** Mails that are due to be tried, locked until the transaction ends; what another node has locked is left out. */
    List<WaitingMail> takeDue(int most, Instant now);

    /** The mail was handed over: the token it held is erased. */
    void sent(UUID mail, Instant now);

    /**
     * The mail was not taken; it is tried again later, or given up, and its token erased then.
     *
     * @param failure what the mail server said, shortened to {@link #FAILURE_LIMIT}
     */
    void failed(UUID mail, int attempts, String failure, Instant now);

    /**
     * The mail server doesn't know the recipient, and won't: the mail is given up at once, and its token erased.
     *
     * @param failure what the mail server said, shortened to {@link #FAILURE_LIMIT}
     */
    void refused(UUID mail, int attempts, String failure, Instant now);

    /**
     * Tries a mail anew that was given up; not one with a link, whose token is erased.
     *
     * @return whether there was such a mail
     */
    boolean tryAnew(UUID mail, Instant now);

    /**
     * There was no server to hand mails to, which is nothing against them: they are tried again, however long that lasts. Only links
     * that have run out by now are given up.
     */
    void putOff(Collection<UUID> mails, Instant until, Instant now);

    /** How long to wait after so many failures: from half a minute to four hours. */
    static Duration waitAfter(int attempts) {
        return Duration.ofSeconds(
                Math.min(30L << Math.min(attempts, 9), Duration.ofHours(4).toSeconds()));
    }

    /**
     * A mail to add.
     *
     * @param path where the link leads, within the portal: {@code /agreements/…}; a token is added to it when the mail is written out
     * @param due by when
     * @param token the token of a one-time link, sealed by the vault
     * @param waiting how many things wait; 0 where the mail isn't about that
     */
    record NewMail(
            UUID id,
            UUID recipient,
            MailKind kind,
            String path,
            Optional<Instant> due,
            Optional<byte[]> token,
            int waiting) {}

    /**
     * A mail with whom it is for.
     *
     * @param home whose key sealed the token
     * @param attempts how often it was tried before
     */
    record WaitingMail(
            UUID id,
            EmailAddress to,
            ReadingLanguage language,
            UUID home,
            MailKind kind,
            String path,
            Optional<Instant> due,
            Optional<byte[]> token,
            int waiting,
            int attempts) {}
}
