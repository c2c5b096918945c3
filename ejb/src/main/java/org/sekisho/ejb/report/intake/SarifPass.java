package org.sekisho.ejb.report.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.intake.FindingSink;
import org.sekisho.domain.report.intake.IntakeError;
import org.sekisho.domain.report.intake.RejectReason;
import org.sekisho.domain.report.intake.Rejection;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.shared.Refusal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One reading of a SARIF file from its beginning to its end: for its results, or for what they refer to. */
final class SarifPass {

    private static final String VERSION = "2.1.0";

    /** What the schema allows at the top (section 3.13). */
    private static final Set<String> TOP =
            Set.of("$schema", "version", "runs", "inlineExternalProperties", "properties");

    private final SchemaCheck check = Schemas.SHARED.sarifResult();
    private final Json json;
    private final @Nullable FindingSink sink;
    private final List<SarifRun> runs;
    private final long skipped;
    private final boolean known;
    private long index;
    private boolean behind;
    private int failed;

    /**
     * A reading for results.
     *
     * @param runs what the runs refer to, where that stands behind the results; else empty
     * @param skipped how many results the sink has already
     */
    SarifPass(Json json, FindingSink sink, List<SarifRun> runs, long skipped) {
        this(json, sink, runs, skipped, !runs.isEmpty());
    }

    private SarifPass(Json json, @Nullable FindingSink sink, List<SarifRun> runs, long skipped, boolean known) {
        this.json = json;
        this.sink = sink;
        this.runs = runs;
        this.skipped = skipped;
        this.known = known;
    }

    /** A reading that adds what each run holds to a list. */
    static SarifPass forRuns(Json json, List<SarifRun> into) {
        return new SarifPass(json, null, into, 0, false);
    }

    /**
     * That results refer to what stands behind them.
     *
     * @param done how many results the sink has
     */
    record Behind(long done) {}

    /** Reads; empty where it came to the end. */
    Optional<Behind> walk(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw notSarif();
        }
        Set<String> names = new HashSet<>();
        String version = "";
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            once(names, name, parser);
            if (!TOP.contains(name)) {
                throw schema(parser, "additionalProperties");
            }
            JsonToken token = parser.nextToken();
            if (name.equals("version") && token == JsonToken.VALUE_STRING) {
                version = parser.getString();
            } else if (name.equals("runs") && token != JsonToken.VALUE_NULL) {
                runs(parser);
                if (behind) {
                    return Optional.of(new Behind(index));
                }
            } else if (name.equals("inlineExternalProperties") && token == JsonToken.START_ARRAY) {
                throw Refusal.of(IntakeError.FILE_RESULTS_ELSEWHERE, "pointer", "/" + name);
            } else {
                parser.skipChildren();
            }
        }
        if (parser.nextToken() != null || !names.contains("version") || !names.contains("runs")) {
            throw notSarif();
        }
        if (!version.equals(VERSION)) {
            throw new Refusal(
                    IntakeError.FILE_VERSION, Map.of("format", SourceFormat.SARIF, "version", Nodes.brief(version)));
        }
        return Optional.empty();
    }

    private void runs(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw schema(parser, "type");
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY && !behind; i++) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw schema(parser, "type");
            }
            run(parser, known ? runs.get(i) : new SarifRun());
        }
    }

    private void run(JsonParser parser, SarifRun run) {
        SarifParts parts = new SarifParts(json, run);
        Set<String> names = new HashSet<>();
        for (String name = parser.nextName(); name != null && !behind; name = parser.nextName()) {
            once(names, name, parser);
            JsonToken token = parser.nextToken();
            if (name.equals("results") && token != JsonToken.VALUE_NULL && sink != null) {
                results(parser, run, sink);
            } else if (name.equals("externalPropertyFileReferences")) {
                parts.requireNoResults(parser);
            } else if (known || !parts.read(name, parser)) {
                parser.skipChildren();
            }
        }
        if (!behind && !run.hasTool()) {
            throw schema(parser, "required");
        }
        if (sink == null) {
            runs.add(run);
        }
        if (run.hasFailed()) {
            failed++;
        }
    }

    /** How many of the runs it came past didn't end well, as they say themselves. */
    int failed() {
        return failed;
    }

    private void results(JsonParser parser, SarifRun run, FindingSink to) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw schema(parser, "type");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (index < skipped) {
                parser.skipChildren();
            } else if (!known && !run.hasTool()) {
                behind = true;
                return;
            } else {
                result(parser, run, to);
                if (behind) {
                    return;
                }
            }
            index++;
        }
    }

    private void result(JsonParser parser, SarifRun run, FindingSink to) {
        Tree.Read read = Tree.read(parser, json.limits().itemCharacters());
        if (read.problem() != null) {
            to.rejected(Rejection.of(index, read.pointer(), read.problem()));
            return;
        }
        Optional<SchemaCheck.Fault> fault = check.fault(read.node());
        if (fault.isPresent()) {
            String at = pointer(parser) + fault.get().pointer();
            to.rejected(
                    new Rejection(index, at, RejectReason.SCHEMA, fault.get().keyword()));
            return;
        }
        SarifResult result = new SarifResult(read.node(), run);
        if (!known && result.lacksArtifact()) {
            behind = true;
        } else if (!result.isFinding()) {
            to.rejected(Rejection.of(index, pointer(parser), RejectReason.NOT_A_FINDING));
        } else {
            result.finding()
                    .ifPresentOrElse(
                            found -> to.found(index, found),
                            () -> to.rejected(Rejection.of(index, pointer(parser), RejectReason.NO_TEXT)));
        }
    }

    /** Where the parser stands, also when it has just read a value to its end. */
    private static String pointer(JsonParser parser) {
        return parser.streamReadContext().pathAsPointer().toString();
    }

    static void once(Set<String> names, String name, JsonParser parser) {
        if (!names.add(name)) {
            String object =
                    parser.streamReadContext().getParent().pathAsPointer().toString();
            throw Refusal.of(IntakeError.FILE_KEY_TWICE, "pointer", object);
        }
    }

    static Refusal schema(JsonParser parser, String keyword) {
        return new Refusal(
                IntakeError.FILE_SCHEMA, Map.of("pointer", Nodes.brief(pointer(parser)), "keyword", keyword));
    }

    private static Refusal notSarif() {
        return Refusal.of(IntakeError.FILE_FORMAT, "format", SourceFormat.SARIF);
    }
}
