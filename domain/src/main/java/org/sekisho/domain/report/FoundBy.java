package org.sekisho.domain.report;

/**
 * What whoever files or imports reports says of how they were found; what is empty isn't said.
 *
 * @param environment its code in the agreement's clause
 * @param tool the model or tool
 * @param toolVersion its version
 * @param run which run of it
 */
public record FoundBy(String environment, String tool, String toolVersion, String run) {

    /** Nothing is said. */
    public static final FoundBy UNSAID = new FoundBy("", "", "", "");
}
