package org.sekisho.ejb.report.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.intake.Finding;
import org.sekisho.domain.report.intake.FindingSink;
import org.sekisho.domain.report.intake.IntakeError;
import org.sekisho.domain.report.intake.IntakeLimits;
import org.sekisho.domain.report.intake.RejectReason;
import org.sekisho.domain.report.intake.Rejection;
import org.sekisho.domain.report.intake.SourceFile;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.report.intake.SourceReader;
import org.sekisho.domain.shared.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Reads a document whole, and validates it whole. Where what is wrong lies within single items, these are rejected and the others
 * taken in; where it lies elsewhere, the document is refused, since nobody could say what its items mean.
 */
abstract class DocumentReader implements SourceReader {

    private final SourceFormat format;
    private final Json json;

    DocumentReader(SourceFormat format, IntakeLimits limits) {
        this.format = format;
        this.json = new Json(limits);
    }

    /** The schema for the version that the document says it has. */
    abstract SchemaCheck schema(JsonNode document);

    /** Where the items stand (RFC 6901); empty where the document is the one item. */
    abstract String list();

    /** Reads the items of a valid document. */
    abstract IntFunction<Item> items(JsonNode document);

    /**
     * What an item turned out to be.
     *
     * @param reason why it is no finding, where it is none
     */
    record Item(Optional<Finding> finding, RejectReason reason) {

        static Item of(Optional<Finding> finding) {
            return new Item(finding, RejectReason.NO_TEXT);
        }

        static Item rejected(RejectReason reason) {
            return new Item(Optional.empty(), reason);
        }
    }

    @Override
    public final void read(SourceFile file, FindingSink sink) throws IOException {
        JsonNode document = document(file);
        Map<Integer, SchemaCheck.Fault> faults = faults(schema(document).faults(document));
        JsonNode list = document.at(list());
        int count = list().isEmpty() ? 1 : list.size();
        IntFunction<Item> items = items(document);
        for (int i = 0; i < count; i++) {
            String pointer = list().isEmpty() ? "" : list() + "/" + i;
            SchemaCheck.@Nullable Fault fault = faults.get(i);
            if (fault != null) {
                sink.rejected(new Rejection(i, fault.pointer(), RejectReason.SCHEMA, fault.keyword()));
                continue;
            }
            Item item = items.apply(i);
            if (item.finding().isPresent()) {
                sink.found(i, item.finding().get());
            } else {
                sink.rejected(Rejection.of(i, pointer, item.reason()));
            }
        }
    }

    final Refusal wrongFormat() {
        return Refusal.of(IntakeError.FILE_FORMAT, "format", format);
    }

    final Refusal wrongVersion(String version) {
        return new Refusal(IntakeError.FILE_VERSION, Map.of("format", format, "version", Nodes.brief(version)));
    }

    private JsonNode document(SourceFile file) throws IOException {
        try (SourceStream in = SourceStream.open(file, json.limits().documentBytes());
                JsonParser parser = json.parser(in)) {
            return document(parser, in);
        }
    }

    private JsonNode document(JsonParser parser, SourceStream in) {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw wrongFormat();
            }
            Tree.Read read = Tree.read(parser, Long.MAX_VALUE);
            if (read.problem() != null) {
                throw Refusal.of(IntakeError.FILE_KEY_TWICE, "pointer", Nodes.brief(read.pointer()));
            }
            if (parser.nextToken() != null) {
                throw wrongFormat();
            }
            return read.node();
        } catch (JacksonException e) {
            throw json.refusal(e, in);
        }
    }

    /** The first fault of each item; refuses faults that lie in none. */
    private Map<Integer, SchemaCheck.Fault> faults(List<SchemaCheck.Fault> all) {
        Map<Integer, SchemaCheck.Fault> faults = new HashMap<>();
        Pattern place = Pattern.compile(Pattern.quote(list()) + "/([0-9]{1,9})(?:/.*)?", Pattern.DOTALL);
        for (SchemaCheck.Fault each : all) {
            Matcher at = place.matcher(each.pointer());
            if (list().isEmpty() || !at.matches()) {
                throw new Refusal(
                        IntakeError.FILE_SCHEMA,
                        Map.of("pointer", Nodes.brief(each.pointer()), "keyword", each.keyword()));
            }
            faults.putIfAbsent(Integer.parseInt(at.group(1)), each);
        }
        return faults;
    }
}
