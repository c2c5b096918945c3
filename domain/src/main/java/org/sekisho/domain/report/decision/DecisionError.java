package org.sekisho.domain.report.decision;

import org.sekisho.domain.shared.ErrorCode;

/** Why a decision table isn't taken, or doesn't answer. */
public enum DecisionError implements ErrorCode {
    /** Parameter {@code field}: a code of lower-case letters, digits and {@code . _ -} inside. */
    CODE_MALFORMED("report.table-code-malformed", Kind.INVALID),
    /** Parameters {@code field}, {@code limit}. */
    TOO_MANY("report.table-too-many", Kind.LIMITED),
    /** Parameters {@code field}, {@code least}. */
    TOO_FEW("report.table-too-few", Kind.INVALID),
    /** Parameters {@code field}, {@code value}. */
    TWICE("report.table-twice", Kind.INVALID),
    /** A row has another number of values than the table has inputs. Parameter {@code row}, from 0. */
    ROW_LENGTH("report.table-row-length", Kind.INVALID),
    /** Parameter {@code row}, from 0. */
    NO_SUCH_ROW("report.table-no-such-row", Kind.INVALID),
    /** A row answers this combination already. Parameter {@code values}. */
    ANSWERED_ALREADY("report.table-answered-already", Kind.CONFLICT),
    /** An input has no such value, or the table no such outcome. Parameters {@code input}, {@code value}. */
    VALUE_UNKNOWN("report.table-value-unknown", Kind.INVALID),
    /** An input that the table needs wasn't given. Parameter {@code input}. */
    INPUT_MISSING("report.table-input-missing", Kind.INVALID),
    /** No row, or more than one, answers this combination. Parameters {@code table}, {@code rows}. */
    NOT_ONE_ROW("report.table-not-one-row", Kind.CONFLICT),
    /** Parameters {@code missing}, {@code twice}: how many combinations. */
    INCOMPLETE("report.table-incomplete", Kind.INVALID),
    /** The table asks for what isn't known of a report, or gives what can't be acted on. Parameter {@code key}. */
    NOT_FOR_REPORTS("report.table-not-for-reports", Kind.INVALID),

    /** What was adopted never changes. */
    ADOPTED_ALREADY("report.table-adopted-already", Kind.CONFLICT),
    /** Nobody adopts their own draft. */
    OWN_DRAFT("report.table-own-draft", Kind.FORBIDDEN),
    /** The next version of this table is being drafted already. */
    DRAFT_EXISTS("report.table-draft-exists", Kind.CONFLICT),
    /** Parameters {@code state}, {@code next}. */
    WRONG_STATE("report.table-wrong-state", Kind.CONFLICT),

    /** A line of a file isn't as the format says. Parameter {@code line}, from 1. */
    LINE_MALFORMED("report.table-line-malformed", Kind.INVALID),
    /** Parameters {@code line}, {@code expected}, {@code found}: cells. */
    LINE_CELLS("report.table-line-cells", Kind.INVALID),
    /** The row numbers of a file begin with 0 and leave none out. Parameter {@code line}. */
    LINE_NUMBER("report.table-line-number", Kind.INVALID),
    /** The rows don't tell which outcome is the graver: it has to be stated. Parameters {@code milder}, {@code graver}. */
    ORDER_UNCLEAR("report.table-order-unclear", Kind.INVALID),
    /** The stated order isn't that of the outcomes in the file. Parameter {@code value}. */
    ORDER_UNFIT("report.table-order-unfit", Kind.INVALID),
    /** The file holds no row. */
    EMPTY("report.table-empty", Kind.INVALID),
    /** Parameter {@code limit}: bytes. */
    TOO_LARGE("report.table-too-large", Kind.LIMITED),
    /** No JSON (RFC 8259), or with a name that stands twice. Parameter {@code where}. */
    JSON_MALFORMED("report.table-json-malformed", Kind.INVALID),
    /** What CERT/CC's schema requires isn't there. Parameter {@code pointer}. */
    JSON_MISSING("report.table-json-missing", Kind.INVALID),
    /** Parameters {@code pointer}, {@code type}: the one that the schema requires. */
    JSON_TYPE("report.table-json-type", Kind.INVALID),
    /** A namespace, key or version isn't written as the schema requires. Parameters {@code pointer}, {@code value}. */
    JSON_FORM("report.table-json-form", Kind.INVALID),
    /** A decision point, or a value of one, that the file doesn't define. Parameters {@code pointer}, {@code value}. */
    JSON_UNKNOWN("report.table-json-unknown", Kind.INVALID),
    /** A schema other than 2.0.0. Parameters {@code pointer}, {@code version}. */
    JSON_VERSION("report.table-json-version", Kind.INVALID);

    private final String code;
    private final Kind kind;

    DecisionError(String code, Kind kind) {
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
