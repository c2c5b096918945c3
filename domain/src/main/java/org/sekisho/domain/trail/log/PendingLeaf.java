package org.sekisho.domain.trail.log;

import java.util.UUID;

/**
 * An event that no checkpoint covers yet.
 *
 * @param hash of its leaf (RFC 6962, section 2.1), 32 bytes
 */
public record PendingLeaf(UUID event, byte[] hash) {}
