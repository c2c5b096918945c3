package org.sekisho.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says, checked and completed. {@link SettingsReader} reads it.
 *
 * @param address where the portal listens
 * @param port TCP port, 1 to 65535
 * @param publicUrl where people reach the portal, without a path
 * @param trustedProxies addresses or ranges (CIDR) whose forwarding headers are believed
 * @param data folder of the embedded database, its secrets, the unpacked server and the logs
 * @param keys folder of the organisations' keys
 * @param content folder of encrypted files
 * @param database a PostgreSQL that somebody else runs; without it the embedded one starts
 * @param demo whether the demo regime is on
 * @param timeStamps RFC 3161 authority
 * @param mail where mail is handed in
 * @param importMebibytes the largest document of CSAF, OSV, CVE or CycloneDX that is taken in, unpacked
 * @param witnesses who cosigns checkpoints over the trail: each a verifier key, a space, and an address
 */
public record Settings(
        InetAddress address,
        int port,
        URI publicUrl,
        List<String> trustedProxies,
        Path data,
        Path keys,
        Path content,
        Optional<ExternalDatabase> database,
        boolean demo,
        Optional<URI> timeStamps,
        Optional<URI> mail,
        int importMebibytes,
        List<String> witnesses) {

    /** Every variable begins with it. */
    static final String PREFIX = "SEKISHO_";

    public Settings {
        trustedProxies = List.copyOf(trustedProxies);
        witnesses = List.copyOf(witnesses);
    }

    /** The address as the server's configuration and a URL's authority want it, IPv6 without brackets and scope. */
    String listenAddress() {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }

    /** Where this machine itself reaches the portal: the wildcard address is no destination. */
    URI localUrl() {
        boolean six = address instanceof Inet6Address;
        String host = address.isAnyLocalAddress() ? (six ? "::1" : "127.0.0.1") : listenAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    /** The portal's part of the settings, as environment variables; the owner of the database is not among them. */
    Map<String, String> forPortal(String databaseUrl, ExternalDatabase.Credentials application) {
        Map<String, String> variables = new HashMap<>();
        variables.put("SEKISHO_DB_URL", databaseUrl);
        variables.put("SEKISHO_DB_USER", application.user());
        variables.put("SEKISHO_DB_PASSWORD", application.password());
        variables.put("SEKISHO_KEYS", keys.toString());
        variables.put("SEKISHO_CONTENT", content.toString());
        variables.put("SEKISHO_PUBLIC_URL", publicUrl.toString());
        variables.put("SEKISHO_DEMO", Boolean.toString(demo));
        variables.put("SEKISHO_TRUSTED_PROXIES", String.join(",", trustedProxies));
        variables.put("SEKISHO_IMPORT_MIB", Integer.toString(importMebibytes));
        variables.put("SEKISHO_WITNESSES", String.join(",", witnesses));
        timeStamps.ifPresent(url -> variables.put("SEKISHO_TSA_URL", url.toString()));
        mail.ifPresent(url -> variables.put("SEKISHO_SMTP_URL", url.toString()));
        return variables;
    }
}
