package org.sekisho.domain.report.severity;

import org.sekisho.domain.shared.ErrorCode;

/** Why a vector, or a list of exploited flaws, isn't read. */
public enum SeverityError implements ErrorCode {
    /** Not of the form CVSS:version/metric:value/…, or too long for one. */
    VECTOR_MALFORMED("report.vector-malformed", Kind.INVALID),
    /** A version other than 3.1 and 4.0. Parameter {@code version}. */
    VECTOR_VERSION("report.vector-version", Kind.INVALID),
    /** The version has no such metric, or the metric no such value. Parameters {@code metric}, {@code value}. */
    VECTOR_VALUE("report.vector-value", Kind.INVALID),
    /** Parameter {@code metric}. */
    VECTOR_METRIC_TWICE("report.vector-metric-twice", Kind.INVALID),
    /** A base metric is missing. Parameter {@code metric}. */
    VECTOR_METRIC_MISSING("report.vector-metric-missing", Kind.INVALID),
    /** The metrics of version 4.0 stand in the order of its specification. Parameter {@code metric}. */
    VECTOR_ORDER("report.vector-order", Kind.INVALID),
    /** A line of a published list is not as its format says. Parameter {@code line}, from 1. */
    LIST_MALFORMED("report.list-malformed", Kind.INVALID),
    /** A published list is larger than any that was published. Parameter {@code limit}. */
    LIST_TOO_LARGE("report.list-too-large", Kind.LIMITED);

    private final String code;
    private final Kind kind;

    SeverityError(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
