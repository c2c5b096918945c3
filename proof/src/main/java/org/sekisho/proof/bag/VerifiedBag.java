package org.sekisho.proof.bag;

import java.util.Set;

/**
 * A bag that is complete and valid (RFC 8493, section 3).
 *
 * @param info the fields of bag-info.txt; none where the file is missing
 * @param payloadFiles how many files stand under data/
 * @param payloadBytes how many bytes they hold
 * @param unlisted tag files that no tag manifest lists, the tag manifests themselves left out: nothing is known about them
 */
public record VerifiedBag(BagInfo info, int payloadFiles, long payloadBytes, Set<String> unlisted) {

    public VerifiedBag {
        unlisted = Set.copyOf(unlisted);
    }
}
