package org.sekisho.ejb.report.intake;

import org.sekisho.domain.report.intake.IntakeLimits;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.report.intake.SourceReader;

/** The readers of all formats. */
public final class SourceReaders {

    private SourceReaders() {}

    /** The reader of a format. Making one is cheap; the schemas behind them are shared. */
    public static SourceReader of(SourceFormat format, IntakeLimits limits) {
        return switch (format) {
            case SARIF -> new SarifReader(limits);
            case CSAF -> new CsafReader(limits);
            case OSV -> new OsvReader(limits);
            case CVE -> new CveReader(limits);
            case CYCLONEDX -> new CycloneDxReader(limits);
        };
    }
}
