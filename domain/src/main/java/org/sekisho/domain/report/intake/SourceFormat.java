package org.sekisho.domain.report.intake;

import java.util.Arrays;
import java.util.Optional;

/** The formats that are read. */
public enum SourceFormat {
    /** Static Analysis Results Interchange Format 2.1.0 (OASIS). Of any size: it is streamed. */
    SARIF("sarif"),
    /** Common Security Advisory Framework 2.0 and 2.1 (OASIS), VEX included. */
    CSAF("csaf"),
    /** Open Source Vulnerability format 1.x (OpenSSF). */
    OSV("osv"),
    /** CVE Record Format 5.x (CVE Program). */
    CVE("cve"),
    /** CycloneDX 1.4 to 1.6 with vulnerabilities: VEX (Ecma TC54). */
    CYCLONEDX("cyclonedx");

    private final String word;

    SourceFormat(String word) {
        this.word = word;
    }

    /** As requests name it. */
    public String word() {
        return word;
    }

    /** The format that a request names. */
    public static Optional<SourceFormat> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
