package org.sekisho.domain.party;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/**
 * The address that names a person, in the one form in which it is stored and compared: lower case, the domain as A-labels. The
 * part before the at sign is a dot-atom of ASCII (RFC 5322 section 3.4.1); quoted forms and comments are refused, because no
 * organisation gives them to its people and they make two spellings of one address.
 *
 * @param local before the at sign
 * @param domain after it
 */
public record EmailAddress(String local, MailDomain domain) {

    /** The longest address that a mail server takes (RFC 5321 section 4.5.3.1.3, without the angle brackets). */
    public static final int LIMIT = 254;

    private static final int LOCAL_LIMIT = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

    public EmailAddress {
        boolean sound = local.length() <= LOCAL_LIMIT
                && LOCAL.matcher(local).matches()
                && local.length() + 1 + domain.name().length() <= LIMIT;
        Checks.check(sound, PartyError.EMAIL_MALFORMED);
    }

    /**
     * Reads an address as a person types it.
     *
     * @throws Refusal with {@link PartyError#EMAIL_MALFORMED}, or because it is missing or too long
     */
    public static EmailAddress of(@Nullable String typed) {
        String text = Checks.requireText(typed, "email", LIMIT);
        int at = text.lastIndexOf('@');
        Checks.check(at > 0 && at < text.length() - 1, PartyError.EMAIL_MALFORMED);
        MailDomain domain;
        try {
            domain = MailDomain.of(text.substring(at + 1));
        } catch (Refusal e) {
            throw new Refusal(PartyError.EMAIL_MALFORMED);
        }
        return new EmailAddress(text.substring(0, at).toLowerCase(Locale.ROOT), domain);
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
