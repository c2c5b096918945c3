package org.sekisho.domain.party;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/**
 * A domain in which people have their mail addresses, in the form in which it is compared: lower case, and an internationalised
 * name as its A-labels (RFC 5890 section 2.3.2.1).
 *
 * @param name for example {@code aoba.example} or {@code xn--fiq228c.example}
 */
public record MailDomain(String name) {

    /** The longest name of a domain (RFC 1035 section 2.3.4, without the final full stop). */
    public static final int LIMIT = 253;

    private static final Pattern FORM = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?!\\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    public MailDomain {
        if (name.length() > LIMIT || !FORM.matcher(name).matches()) {
            throw Refusal.of(PartyError.MAIL_DOMAIN_MALFORMED, "domain", name);
        }
    }

    /**
     * Reads a domain as a person types it, with capitals, U-labels, full-width dots or an at sign in front.
     *
     * @throws Refusal with {@link PartyError#MAIL_DOMAIN_MALFORMED}
     */
    public static MailDomain of(@Nullable String typed) {
        String text = Checks.requireText(typed, "mailDomain", LIMIT);
        String bare = text.startsWith("@") ? text.substring(1) : text;
        try {
            return new MailDomain(IDN.toASCII(bare, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Refusal.of(PartyError.MAIL_DOMAIN_MALFORMED, "domain", text);
        }
    }

    /** As people read it, with U-labels. */
    public String readable() {
        return IDN.toUnicode(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
