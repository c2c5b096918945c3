package org.sekisho.domain.agreement.comparison;

import java.util.Optional;

/**
 * One piece of a clause's data that differs.
 *
 * @param path where it stands in the clause's JSON: {@code systems[internet-banking].name.en}
 * @param before canonical JSON, or the bare text of a string; empty for what was added
 * @param after likewise; empty for what was removed
 */
public record MemberDifference(String path, Change change, Optional<String> before, Optional<String> after) {}
