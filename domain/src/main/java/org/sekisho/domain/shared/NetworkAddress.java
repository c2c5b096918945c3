package org.sekisho.domain.shared;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads addresses from text without ever asking a name server, as {@code InetAddress} would for what isn't an address.
 */
public final class NetworkAddress {

    private static final Pattern IPV4 =
            Pattern.compile("(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})\\.(0|[1-9]\\d{0,2})");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final int GROUPS = 8;

    private NetworkAddress() {}

    /** Four bytes for IPv4, sixteen for IPv6, and empty for anything else. IPv4-mapped IPv6 becomes IPv4. */
    public static Optional<byte[]> parse(String text) {
        return text.indexOf(':') < 0 ? ipv4(text) : ipv6(text).map(NetworkAddress::unmapped);
    }

    /** Whether two addresses are of one kind and begin with the same bits. */
    public static boolean samePrefix(byte[] one, byte[] other, int bits) {
        if (one.length != other.length || bits > one.length * Byte.SIZE) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if (((one[bit / 8] ^ other[bit / 8]) & (0x80 >> (bit % 8))) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<byte[]> ipv4(String text) {
        Matcher matcher = IPV4.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            int value = Integer.parseInt(matcher.group(i + 1));
            if (value > 255) {
                return Optional.empty();
            }
            bytes[i] = (byte) value;
        }
        return Optional.of(bytes);
    }

    /** RFC 4291 section 2.2: groups, one {@code ::} for a run of zeros, the last two groups perhaps as IPv4. No zone. */
    private static Optional<byte[]> ipv6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return Optional.empty();
        }
        Optional<byte[]> head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        Optional<byte[]> tail = gap < 0 ? Optional.of(new byte[0]) : groups(text.substring(gap + 2), true);
        if (head.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        int given = head.get().length + tail.get().length;
        boolean complete = gap < 0 ? given == 2 * GROUPS : given <= 2 * (GROUPS - 1);
        if (!complete) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOf(head.get(), 2 * GROUPS);
        System.arraycopy(tail.get(), 0, bytes, bytes.length - tail.get().length, tail.get().length);
        return Optional.of(bytes);
    }

    private static Optional<byte[]> groups(String text, boolean mayEndInIpv4) {
        if (text.isEmpty()) {
            return Optional.of(new byte[0]);
        }
        String[] parts = text.split(":", -1);
        byte[] bytes = new byte[0];
        for (int i = 0; i < parts.length; i++) {
            Optional<byte[]> part = mayEndInIpv4 && i == parts.length - 1 && parts[i].indexOf('.') >= 0
                    ? ipv4(parts[i])
                    : group(parts[i]);
            if (part.isEmpty() || bytes.length + part.get().length > 2 * GROUPS) {
                return Optional.empty();
            }
            int length = bytes.length;
            bytes = Arrays.copyOf(bytes, length + part.get().length);
            System.arraycopy(part.get(), 0, bytes, length, part.get().length);
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> group(String text) {
        if (!GROUP.matcher(text).matches()) {
            return Optional.empty();
        }
        int value = Integer.parseInt(text, 16);
        return Optional.of(new byte[] {(byte) (value >> 8), (byte) value});
    }

    private static byte[] unmapped(byte[] bytes) {
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return bytes;
            }
        }
        boolean mapped = bytes[10] == (byte) 0xFF && bytes[11] == (byte) 0xFF;
        return mapped ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
    }
}
