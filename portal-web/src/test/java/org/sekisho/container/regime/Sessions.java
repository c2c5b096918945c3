package org.sekisho.container.regime;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Clock;
import java.util.UUID;
import org.sekisho.domain.party.signin.SessionKind;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.domain.party.signin.Totp;

/** Signs people in without the work that a password costs, as rows: each call of the choke point looks at them anew. */
public final class Sessions {

    private Sessions() {}

    /** A new session of a program; its token. */
    public static String open(UUID person, UUID organisation, boolean secondFactor) {
        return open(person, organisation, secondFactor, SessionKind.API);
    }

    /** A new session; its token. */
    static String open(UUID person, UUID organisation, boolean secondFactor, SessionKind kind) {
        String token = Tokens.fresh();
        Database.run(
                "insert into login_session (id, version, token_hash, person_id, organisation_id, kind, second_factor, address, "
                        + "user_agent, signed_in_at, expires_at, last_seen_at) values (?, 0, ?, ?, ?, ?, ?, '', '', "
                        + "clock_timestamp(), clock_timestamp() + interval '4 hours', clock_timestamp())",
                UUID.randomUUID(),
                Tokens.hash(token),
                person,
                organisation,
                kind.name(),
                secondFactor);
        return token;
    }

    /** The one-time code that a device shows now. */
    public static String code(byte[] secret) {
        return Totp.code(secret, Totp.step(use(Clock.class).instant()));
    }

    /** The bytes of a secret as it is typed into a device: base32 without padding (RFC 4648 section 6). */
    static byte[] secret(String typed) {
        byte[] bytes = new byte[typed.length() * 5 / 8];
        long kept = 0;
        int bits = 0;
        int at = 0;
        for (char letter : typed.toCharArray()) {
            kept = (kept << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)) & 0xFFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (kept >> bits);
            }
        }
        return bytes;
    }

    /** Lets a one-time code be used again within its half minute. */
    public static void forgetCodes() {
        Database.run("update credential set second_factor_last_step = -1");
    }

    /** A service or bean of the portal. */
    public static <T> T use(Class<T> type) {
        return CDI.current().select(type).get();
    }
}
