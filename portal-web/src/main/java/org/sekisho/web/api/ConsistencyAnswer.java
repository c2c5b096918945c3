package org.sekisho.web.api;

import java.util.List;

/**
 * A proof of consistency.
 *
 * @param from the smaller size
 * @param to the larger size
 * @param hashes in Base64, in the order of RFC 6962
 */
public record ConsistencyAnswer(long from, long to, List<String> hashes) {}
