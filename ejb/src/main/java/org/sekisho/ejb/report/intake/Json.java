package org.sekisho.ejb.report.intake;

import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import org.sekisho.domain.report.intake.IntakeError;
import org.sekisho.domain.report.intake.IntakeLimits;
import org.sekisho.domain.shared.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** Parsers of JSON that stop at whatever a file has too much of, and what their complaints are called. */
final class Json {

    private static final int NAME_LIMIT = 2_000;
    private static final int NUMBER_LIMIT = 100;

    private final JsonFactory factory;
    private final IntakeLimits limits;

    Json(IntakeLimits limits) {
        this.limits = limits;
        // Names of properties are the same objects then as those in this program and in schemas, and are found without
        // comparing them.
        this.factory = JsonFactory.builder()
                .enable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.textCharacters())
                        .maxNumberLength(NUMBER_LIMIT)
                        .maxNameLength(NAME_LIMIT)
                        .build())
                .build();
    }

    JsonParser parser(InputStream in) {
        return factory.createParser(ObjectReadContext.empty(), in);
    }

    IntakeLimits limits() {
        return limits;
    }

    /** The refusal for what a parser complains of. Its words hold pieces of the file, so they aren't handed on. */
    Refusal refusal(JacksonException complaint, SourceStream source) {
        TokenStreamLocation at = complaint.getLocation();
        // Some ends are reported as a character that isn't one.
        boolean atEnd = at != null && source.endsAt(at.getByteOffset());
        if (complaint instanceof UnexpectedEndOfInputException
                || (atEnd && !(complaint instanceof StreamConstraintsException))) {
            return new Refusal(IntakeError.FILE_TRUNCATED);
        }
        if (complaint instanceof StreamConstraintsException) {
            boolean deep =
                    complaint.getOriginalMessage().toLowerCase(Locale.ROOT).contains("nesting depth");
            return deep
                    ? Refusal.of(IntakeError.FILE_TOO_DEEP, "limit", limits.depth())
                    : new Refusal(IntakeError.FILE_ABSURD);
        }
        return at == null
                ? new Refusal(IntakeError.FILE_MALFORMED)
                : new Refusal(IntakeError.FILE_MALFORMED, Map.of("line", at.getLineNr(), "column", at.getColumnNr()));
    }
}
