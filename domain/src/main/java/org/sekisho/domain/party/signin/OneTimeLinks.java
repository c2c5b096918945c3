package org.sekisho.domain.party.signin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One-time links. */
public interface OneTimeLinks {

    /** The link with this hash of a token, locked until the transaction ends, so that it is used once. */
    Optional<OneTimeLink> findByTokenHash(byte[] tokenHash);

    /** Links of a person that were neither used nor replaced. */
    List<OneTimeLink> openOf(UUID person);

    /** Links of this purpose for nobody yet that were neither used nor replaced. */
    List<OneTimeLink> openFor(LinkPurpose purpose);

    void add(OneTimeLink link);
}
