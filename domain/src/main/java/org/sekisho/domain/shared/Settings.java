package org.sekisho.domain.shared;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the portal is told by its environment. The launcher has checked and completed the values; a portal deployed without it
 * gets the same rules here.
 *
 * @param publicUrl where people reach the portal; links in mails and the Secure flag of cookies follow from it
 * @param keys folder of the organisations' keys, outside the database
 * @param content folder of encrypted files
 * @param demo whether the demo regime is on
 * @param trustedProxies addresses and ranges (CIDR) whose X-Forwarded-For is believed
 * @param smtp where mail is handed in; without it nothing is mailed
 * @param timeStamps the time-stamping authority (RFC 3161) that packs are stamped by; without it they aren't
 * @param importMebibytes the largest document of CSAF, OSV, CVE or CycloneDX that is taken in, unpacked
 * @param witnesses who is asked to cosign checkpoints over the trail: each a verifier key, a space, and an address
 */
public record Settings(
        URI publicUrl,
        Path keys,
        Path content,
        boolean demo,
        List<String> trustedProxies,
        Optional<URI> smtp,
        Optional<URI> timeStamps,
        int importMebibytes,
        List<String> witnesses) {

    private static final int USUAL_IMPORT = 32;

    public Settings {
        trustedProxies = List.copyOf(trustedProxies);
        witnesses = List.copyOf(witnesses);
    }

    /**
     * Reads environment variables.
     *
     * @throws IllegalArgumentException naming the variable whose value can't be used
     */
    public static Settings of(Map<String, String> environment) {
        Path data = Path.of(environment.getOrDefault("SEKISHO_DATA", "data"));
        return new Settings(
                URI.create(environment.getOrDefault("SEKISHO_PUBLIC_URL", "http://127.0.0.1:8080")),
                path(environment, "SEKISHO_KEYS", data.resolve("keys")),
                path(environment, "SEKISHO_CONTENT", data.resolve("content")),
                flag(environment, "SEKISHO_DEMO"),
                list(environment, "SEKISHO_TRUSTED_PROXIES"),
                address(environment, "SEKISHO_SMTP_URL"),
                address(environment, "SEKISHO_TSA_URL"),
                number(environment, "SEKISHO_IMPORT_MIB", USUAL_IMPORT),
                list(environment, "SEKISHO_WITNESSES"));
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        String value = environment.getOrDefault(name, "");
        try {
            return value.isBlank() ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException unusable) {
            throw new IllegalArgumentException(name + " is no number", unusable);
        }
    }

    private static Optional<URI> address(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(url -> !url.isBlank())
                .map(URI::create);
    }

    private static List<String> list(Map<String, String> environment, String name) {
        return Arrays.stream(environment.getOrDefault(name, "").split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Whether cookies carry the Secure flag and the {@code __Host-} prefix. */
    public boolean secure() {
        return "https".equals(publicUrl.getScheme());
    }

    /** Whether what this peer forwards is believed. */
    public boolean trusts(String peer) {
        Optional<byte[]> address = NetworkAddress.parse(peer);
        return address.isPresent() && trustedProxies.stream().anyMatch(entry -> holds(entry, address.get()));
    }

    private static boolean holds(String entry, byte[] address) {
        int slash = entry.indexOf('/');
        Optional<byte[]> network = NetworkAddress.parse(slash < 0 ? entry : entry.substring(0, slash));
        int bits = slash < 0 ? address.length * Byte.SIZE : Integer.parseInt(entry.substring(slash + 1));
        return network.isPresent() && NetworkAddress.samePrefix(network.get(), address, bits);
    }

    private static Path path(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }

    private static boolean flag(Map<String, String> environment, String name) {
        return switch (environment.getOrDefault(name, "false")) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw new IllegalArgumentException(name + " is neither true nor false");
        };
    }
}
