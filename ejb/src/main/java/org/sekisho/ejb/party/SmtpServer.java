package org.sekisho.ejb.party;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * Where mail is handed in, by an address such as {@code starttls://name:word@mail.example:587?from=sekisho@example.jp}: with
 * {@code smtp} in the clear, with {@code starttls} only after the connection was secured, with {@code smtps} secured from the
 * first byte. The server's certificate has to be for its name.
 *
 * @param protocol as Jakarta Mail names it
 * @param port the scheme's own where the address names none
 * @param from what mails come from
 */
record SmtpServer(
        String protocol,
        boolean startTls,
        String host,
        int port,
        Optional<String> user,
        Optional<String> password,
        String from) {

    private static final String TIMEOUT_MILLIS = "10000";

    /**
     * Reads the address.
     *
     * @param portal whose host mails come from unless the address says otherwise
     * @throws IllegalArgumentException when the scheme isn't known or there is no host
     */
    static SmtpServer of(URI address, URI portal) {
        String scheme = String.valueOf(address.getScheme());
        String host = address.getHost();
        if (host == null) {
            throw new IllegalArgumentException("SEKISHO_SMTP_URL names no host");
        }
        int usual =
                switch (scheme) {
                    case "smtp" -> 25;
                    case "starttls" -> 587;
                    case "smtps" -> 465;
                    default -> throw new IllegalArgumentException(
                            "SEKISHO_SMTP_URL begins with smtp, starttls or smtps");
                };
        return new SmtpServer(
                "smtps".equals(scheme) ? "smtps" : "smtp",
                "starttls".equals(scheme),
                host,
                address.getPort() < 0 ? usual : address.getPort(),
                credential(address, 0),
                credential(address, 1),
                from(address, portal));
    }

    /** A session of Jakarta Mail for this server. */
    Session session() {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "auth", String.valueOf(user.isPresent()));
        properties.setProperty(prefix + "starttls.enable", String.valueOf(startTls));
        properties.setProperty(prefix + "starttls.required", String.valueOf(startTls));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.from", from);
        return Session.getInstance(properties);
    }

    void connect(Transport transport) throws MessagingException {
        transport.connect(host, port, user.orElse(null), password.orElse(null));
    }

    private static Optional<String> credential(URI address, int index) {
        String raw = address.getRawUserInfo();
        if (raw == null) {
            return Optional.empty();
        }
        String[] parts = raw.split(":", 2);
        return index < parts.length
                ? Optional.of(URLDecoder.decode(parts[index].replace("+", "%2B"), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private static String from(URI address, URI portal) {
        String query = address.getQuery();
        if (query != null && query.startsWith("from=")) {
            return query.substring("from=".length());
        }
        String host = String.valueOf(portal.getHost());
        boolean name = host.matches(".*[A-Za-z].*") && !host.contains(":");
        return "sekisho@" + (name ? host : "localhost");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return protocol + "://" + host + ":" + port;
    }
}
