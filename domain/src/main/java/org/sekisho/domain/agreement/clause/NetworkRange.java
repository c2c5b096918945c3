package org.sekisho.domain.agreement.clause;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.NetworkAddress;
import org.sekisho.domain.shared.Refusal;

/**
 * A range of network addresses in CIDR notation (RFC 4632, RFC 4291 section 2.3), IPv4 or IPv6. Bits behind the prefix must be
 * zero, so that nobody reads a host where a network is meant.
 *
 * @param cidr for example {@code 10.20.0.0/16} or {@code 2001:db8::/32}, as it was written, in lower case
 */
public record NetworkRange(String cidr) {

    /** Wider ranges would approve half of the Internet. */
    private static final int SHORTEST_PREFIX_IPV4 = 8;

    private static final int SHORTEST_PREFIX_IPV6 = 32;

    public NetworkRange {
        cidr = Checks.requireText(cidr, "network", 60).toLowerCase(Locale.ROOT);
        byte[] address = addressOf(cidr);
        int prefix = prefixOf(cidr);
        if (prefix > address.length * Byte.SIZE || !isZeroBehind(address, prefix)) {
            throw malformed(cidr);
        }
        int shortest = address.length == 4 ? SHORTEST_PREFIX_IPV4 : SHORTEST_PREFIX_IPV6;
        Checks.check(prefix >= shortest, ClauseError.NETWORK_TOO_WIDE, Map.of("value", cidr, "prefix", shortest));
    }

    /** Whether the address lies in the range. An IPv4 address inside IPv6 (RFC 4291 section 2.5.5.2) counts as IPv4. */
    public boolean contains(String address) {
        Optional<byte[]> asked = NetworkAddress.parse(address);
        byte[] network = addressOf(cidr);
        return asked.isPresent() && NetworkAddress.samePrefix(asked.get(), network, prefixOf(cidr));
    }

    @Override
    public String toString() {
        return cidr;
    }

    private static byte[] addressOf(String cidr) {
        int slash = cidr.indexOf('/');
        if (slash < 0) {
            throw malformed(cidr);
        }
        return NetworkAddress.parse(cidr.substring(0, slash)).orElseThrow(() -> malformed(cidr));
    }

    private static int prefixOf(String cidr) {
        String digits = cidr.substring(cidr.indexOf('/') + 1);
        if (!digits.matches("0|[1-9][0-9]{0,2}")) {
            throw malformed(cidr);
        }
        return Integer.parseInt(digits);
    }

    private static boolean isZeroBehind(byte[] address, int prefix) {
        return NetworkAddress.samePrefix(address, cut(address, prefix), address.length * Byte.SIZE);
    }

    private static byte[] cut(byte[] address, int prefix) {
        byte[] network = new byte[address.length];
        for (int bit = 0; bit < prefix; bit++) {
            network[bit / 8] |= (byte) (address[bit / 8] & (0x80 >> (bit % 8)));
        }
        return network;
    }

    private static Refusal malformed(String cidr) {
        return Refusal.of(ClauseError.NETWORK_MALFORMED, "value", cidr);
    }
}
