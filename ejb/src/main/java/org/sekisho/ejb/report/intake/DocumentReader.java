package org.sekisho.ejb.report.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a document, and validates all of it. Where what is wrong lies within single items, these are rejected and the others
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

    /** Reads the items of a valid document; the document where it is the one item. */
    abstract Function<JsonNode, Item> items(JsonNode document);

    /**
     * The schema of an item alone, where what was read of the document is all that its items refer to: then they are given one by one
     * and not kept, so that none is fetched from memory again after all others were read.
     */
    Optional<SchemaCheck> itemSchema(JsonNode begun) {
        return Optional.empty();
    }

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
        try (SourceStream in = SourceStream.open(file, json.limits().documentBytes());
                JsonParser parser = json.parser(in)) {
            read(parser, in, sink);
        }
    }

    private void read(JsonParser parser, SourceStream in, FindingSink sink) {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw wrongFormat();
            }
            properties(parser, sink);
        } catch (JacksonException e) {
            throw json.refusal(e, in);
        }
    }

    private void properties(JsonParser parser, FindingSink sink) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        boolean given = false;
        boolean judged = false;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY
                    && list().equals("/" + name)
                    && !document.has(name)
                    && itemSchema(document).isPresent()) {
                judged = oneByOne(parser, document, document.putArray(name), sink);
                given = true;
            } else {
                judged = false;
                if (document.replace(name, value(parser)) != null) {
                    throw keyTwice(parser.streamReadContext().pathAsPointer().toString());
                }
            }
        }
        if (parser.nextToken() != null) {
            throw wrongFormat();
        }
        Map<Integer, SchemaCheck.Fault> faults =
                judged ? Map.of() : faults(schema(document).faults(document));
        if (!given) {
            all(document, faults, sink);
        }
    }

    private void all(JsonNode document, Map<Integer, SchemaCheck.Fault> faults, FindingSink sink) {
        Function<JsonNode, Item> items = items(document);
        if (list().isEmpty()) {
            give(0, items.apply(document), sink);
            return;
        }
        JsonNode list = document.at(list());
        for (int i = 0; i < list.size(); i++) {
            SchemaCheck.@Nullable Fault fault = faults.isEmpty() ? null : faults.get(i);
            if (fault == null) {
                give(i, items.apply(list.path(i)), sink);
            } else {
                sink.rejected(new Rejection(i, fault.pointer(), RejectReason.SCHEMA, fault.keyword()));
            }
        }
    }

    /**
     * Gives each item as soon as it is read, and keeps the first alone, with which the document is judged before anything is given.
     *
     * @return whether the document was judged, which it isn't where there is no item
     */
    private boolean oneByOne(JsonParser parser, JsonNode document, ArrayNode kept, FindingSink sink) {
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            return false;
        }
        JsonNode first = value(parser);
        kept.add(first);
        SchemaCheck.@Nullable Fault wrong =
                faults(schema(document).faults(document)).get(0);
        Function<JsonNode, Item> items = items(document);
        if (wrong == null) {
            give(0, items.apply(first), sink);
        } else {
            sink.rejected(new Rejection(0, wrong.pointer(), RejectReason.SCHEMA, wrong.keyword()));
        }
        SchemaCheck check = itemSchema(document).orElseThrow();
        for (int i = 1; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            JsonNode item = value(parser);
            Optional<SchemaCheck.Fault> fault = check.fault(item);
            if (fault.isEmpty()) {
                give(i, items.apply(item), sink);
            } else {
                sink.rejected(new Rejection(
                        i,
                        pointer(i) + fault.get().pointer(),
                        RejectReason.SCHEMA,
                        fault.get().keyword()));
            }
        }
        return true;
    }

    private void give(int i, Item item, FindingSink sink) {
        if (item.finding().isPresent()) {
            sink.found(i, item.finding().get());
        } else {
            sink.rejected(Rejection.of(i, pointer(i), item.reason()));
        }
    }

    private String pointer(int i) {
        return list().isEmpty() ? "" : list() + "/" + i;
    }

    /** The value that the parser stands at. */
    private static JsonNode value(JsonParser parser) {
        Tree.Read read = Tree.read(parser, Long.MAX_VALUE);
        if (read.problem() != null) {
            throw keyTwice(read.pointer());
        }
        return read.node();
    }

    private static Refusal keyTwice(String pointer) {
        return Refusal.of(IntakeError.FILE_KEY_TWICE, "pointer", Nodes.brief(pointer));
    }

    final Refusal wrongFormat() {
        return Refusal.of(IntakeError.FILE_FORMAT, "format", format);
    }

    final Refusal wrongVersion(String version) {
        return new Refusal(IntakeError.FILE_VERSION, Map.of("format", format, "version", Nodes.brief(version)));
    }

    /** The first fault of each item; refuses faults that lie in none. */
    private Map<Integer, SchemaCheck.Fault> faults(List<SchemaCheck.Fault> all) {
        if (all.isEmpty()) {
            return Map.of();
        }
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
