package org.sekisho.container.regime;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.signin.SessionKind;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.ejb.shared.Caller;

/**
 * A signed-in person of the regime.
 *
 * @param token the session's
 * @param totp the secret of the second factor, where one is enrolled
 */
public record Player(UUID id, UUID organisation, String email, Role role, String token, Optional<byte[]> totp) {

    /** What the demo regime's people and these have in common: nobody types it. */
    static final String PASSWORD = "Shirakawa-barrier-2026-crossing";

    /** The person as the trail names them. */
    public String actor() {
        return "person:" + id;
    }

    /** The cookie of a new session on pages. */
    public String cookie() {
        return "sekisho-session=" + Sessions.open(id, organisation, true, SessionKind.PAGE);
    }

    /** Does something as this person. */
    public <T> T as(Supplier<T> act) {
        return with(Caller.request(Optional.of(Tokens.hash(token)), "127.0.0.1"), act);
    }

    /** Does something as this person. */
    public void run(Runnable act) {
        as(() -> {
            act.run();
            return true;
        });
    }

    /** The password with which every signatory signs. */
    public String password() {
        return PASSWORD;
    }

    Player withTotp(byte[] secret, String rotated) {
        return new Player(id, organisation, email, role, rotated, Optional.of(secret));
    }

    /** Does something as this caller. */
    public static <T> T with(Caller caller, Supplier<T> act) {
        Caller.Binding binding = Caller.bind(caller);
        try {
            return act.get();
        } finally {
            binding.close();
        }
    }
}
