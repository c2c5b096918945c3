package org.sekisho.ejb.report.intake;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntConsumer;
import org.sekisho.domain.report.intake.IntakeError;
import org.sekisho.domain.shared.Refusal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Reads what the results of a run refer to, piece by piece: a description of a tool may be long, but no piece of it. */
final class SarifParts {

    private static final int DRIVER = -1;

    private final Json json;
    private final SarifRun run;

    SarifParts(Json json, SarifRun run) {
        this.json = json;
        this.run = run;
    }

    /** Reads a property of the run; false where it is of no use, and then nothing was read. */
    boolean read(String name, JsonParser parser) {
        JsonToken token = parser.currentToken();
        switch (name) {
            case "tool" -> each(parser, token, this::tool);
            case "automationDetails" -> run.id(Nodes.text(tree(parser), "id"));
            case "artifacts" -> list(parser, token, index -> artifact(tree(parser)));
            case "invocations" -> list(parser, token, index -> each(parser, parser.currentToken(), this::invocation));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Refuses a run whose results stand in another file (section 3.15). */
    void requireNoResults(JsonParser parser) {
        if (tree(parser).has("results")) {
            throw Refusal.of(
                    IntakeError.FILE_RESULTS_ELSEWHERE,
                    "pointer",
                    parser.streamReadContext().pathAsPointer().toString());
        }
    }

    private void tool(String name, JsonParser parser) {
        switch (name) {
            case "driver" -> {
                String[] names = component(parser, DRIVER);
                run.tool(Nodes.first(names[0], "-"), Nodes.first(names[1], names[2]));
            }
            case "extensions" -> list(parser, parser.currentToken(), index -> component(parser, index));
            default -> parser.skipChildren();
        }
    }

    /** Reads a component (section 3.19); its name and versions. */
    private String[] component(JsonParser parser, int index) {
        String[] names = {"", "", ""};
        each(parser, parser.currentToken(), (name, at) -> {
            switch (name) {
                case "name" -> names[0] = at.currentToken() == JsonToken.VALUE_STRING ? at.getString() : "";
                case "semanticVersion" -> names[1] = at.currentToken() == JsonToken.VALUE_STRING ? at.getString() : "";
                case "version" -> names[2] = at.currentToken() == JsonToken.VALUE_STRING ? at.getString() : "";
                case "rules" -> list(at, at.currentToken(), any -> run.rule(index, SarifRule.of(tree(at))));
                case "globalMessageStrings" -> tree(at).properties()
                        .forEach(message -> run.message(message.getKey(), Nodes.text(message.getValue(), "text")));
                default -> at.skipChildren();
            }
        });
        return names;
    }

    /** Whether it ended well (section 3.20.14), and said nothing of an error on its way (3.20.21, 3.20.22); piece by piece, whatever it printed. */
    private void invocation(String name, JsonParser parser) {
        switch (name) {
            case "executionSuccessful" -> failIf(parser.currentToken() == JsonToken.VALUE_FALSE);
            case "toolExecutionNotifications", "toolConfigurationNotifications" -> list(
                    parser, parser.currentToken(), index -> each(parser, parser.currentToken(), this::notification));
            default -> parser.skipChildren();
        }
    }

    private void notification(String name, JsonParser parser) {
        if (name.equals("level")) {
            failIf(parser.currentToken() == JsonToken.VALUE_STRING
                    && parser.getString().equals("error"));
        }
        parser.skipChildren();
    }

    private void failIf(boolean failed) {
        if (failed) {
            run.fail();
        }
    }

    private void artifact(JsonNode artifact) {
        run.artifact(Nodes.text(artifact.path("location"), "uri"));
    }

    /** A piece in a tree; where it is too large, or has a key twice, none of it. */
    private JsonNode tree(JsonParser parser) {
        Tree.Read read = Tree.read(parser, json.limits().itemCharacters());
        if (read.problem() != null) {
            throw new Refusal(IntakeError.FILE_ABSURD);
        }
        return read.node();
    }

    private static void each(JsonParser parser, JsonToken token, Property property) {
        require(parser, token == JsonToken.START_OBJECT);
        Set<String> names = new HashSet<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            SarifPass.once(names, name, parser);
            parser.nextToken();
            property.read(name, parser);
        }
    }

    private static void list(JsonParser parser, JsonToken token, IntConsumer entry) {
        require(parser, token == JsonToken.START_ARRAY);
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            entry.accept(i);
        }
    }

    private static void require(JsonParser parser, boolean holds) {
        if (!holds) {
            throw SarifPass.schema(parser, "type");
        }
    }

    /** Reads one property, whose value the parser stands at. */
    private interface Property {
        void read(String name, JsonParser parser);
    }
}
