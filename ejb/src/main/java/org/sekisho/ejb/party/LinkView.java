package org.sekisho.ejb.party;

import java.time.Instant;
import java.util.Optional;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.signin.LinkPurpose;

/**
 * What a one-time link is for, for whoever holds it.
 *
 * @param email whose password it lets choose; empty for the first administrator
 * @param organisation the person's home; empty for the first administrator
 */
public record LinkView(LinkPurpose purpose, Optional<String> email, Optional<Name> organisation, Instant expiresAt) {}
