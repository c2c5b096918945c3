package org.sekisho.ejb.party;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.domain.party.signin.LinkDelivery;

/**
 * How a one-time link reaches its person.
 *
 * @param delivery by mail, by hand, or sealed to the organisation
 * @param shown what is told this once: the link, where it goes by this administrator's hand; or the link sealed to the organisation's key,
 *     to be passed on
 * @param expiresAt until when it can be used; empty when none was made, because only an administrator of the person's own
 *     organisation may see it and the actor isn't one, or because there is no key to seal it to
 */
public record IssuedLink(LinkDelivery delivery, Optional<String> shown, Optional<Instant> expiresAt) {

    /** Without the link. */
    @Override
    public String toString() {
        return "IssuedLink[" + delivery + "]";
    }
}
