package org.sekisho.ejb.party;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.domain.party.signin.LinkDelivery;

/**
 * How a one-time link reaches its person.
 *
 * @param delivery by mail, by hand, or printed where the server runs
 * @param url the link, told this once, only where it goes by this administrator's hand; then it is to be handed over
 * @param expiresAt until when it can be used; empty when none was made, because only an administrator of the person's own
 *     organisation may see it and the actor isn't one: that administrator makes it
 */
public record IssuedLink(LinkDelivery delivery, Optional<String> url, Optional<Instant> expiresAt) {

    /** Without the link. */
    @Override
    public String toString() {
        return "IssuedLink[" + delivery + "]";
    }
}
