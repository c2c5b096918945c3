package org.sekisho.ejb.gateway.redaction;

import com.google.re2j.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonBoolean;
import org.sekisho.proof.json.JsonNumber;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.json.JsonString;

/** The published set of rules, as the file that comes with the product has it. Optional members may be left out. */
final class RuleFile {

    private static final int LIMIT = 1 << 20;
    private static final int AFTER = 256;
    /** Up to this length a try that fails late costs little. */
    private static final int ANCHORED = 600;

    private RuleFile() {}

    static List<Rule> published() {
        try (InputStream in = Objects.requireNonNull(RuleFile.class.getResourceAsStream("rules.json"))) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static List<Rule> read(String text) {
        if (JsonReader.read(text, LIMIT) instanceof JsonObject file) {
            return file.array("rules").objects().stream().map(RuleFile::rule).toList();
        }
        throw new IllegalArgumentException("Not a set of rules");
    }

    private static Rule rule(JsonObject json) {
        return new Rule(
                json.string("id"),
                SensitiveMatter.valueOf(json.string("matter")),
                near(json),
                Pattern.compile(json.string("expression")),
                number(json, "group", 0),
                json.members().get("check") instanceof JsonString check ? Check.valueOf(check.value()) : Check.NONE,
                Set.copyOf(strings(json, "except")),
                strings(json, "examples"),
                strings(json, "innocent"));
    }

    private static Rule.Near near(JsonObject json) {
        int before = number(json, "before", 0);
        int after = number(json, "after", AFTER);
        List<String> keywords = strings(json, "keywords");
        boolean anchored = before == 0
                && !keywords.isEmpty()
                && (after <= ANCHORED || json.members().get("anchored") instanceof JsonBoolean);
        return new Rule.Near(
                keywords,
                number(json, "digits", 0),
                before,
                after,
                anchored,
                json.findString("sign").orElse(""),
                number(json, "least", 0));
    }

    private static List<String> strings(JsonObject json, String name) {
        return json.members().get(name) instanceof JsonArray array ? array.strings() : List.of();
    }

    private static int number(JsonObject json, String name, int otherwise) {
        return json.members().get(name) instanceof JsonNumber ? Math.toIntExact(json.integer(name)) : otherwise;
    }
}
