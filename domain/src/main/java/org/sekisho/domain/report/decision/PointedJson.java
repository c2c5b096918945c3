package org.sekisho.domain.report.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonString;
import org.sekisho.proof.json.JsonValue;

/**
 * A value of a file with its place in it, so that whatever is wrong is told where it stands.
 *
 * @param pointer JSON pointer (RFC 6901)
 */
record PointedJson(JsonValue value, String pointer) {

    private static final int SHOWN = 200;

    static PointedJson of(JsonValue root) {
        return new PointedJson(root, "");
    }

    /** The members of an object, by their names. */
    Map<String, PointedJson> members() {
        Map<String, PointedJson> members = new LinkedHashMap<>();
        as(JsonObject.class, "object")
                .members()
                .forEach((name, member) -> members.put(name, new PointedJson(member, at(name))));
        return members;
    }

    /** A member that has to be there. */
    PointedJson require(String name) {
        return find(name).orElseThrow(() -> Refusal.of(DecisionError.JSON_MISSING, "pointer", cut(at(name))));
    }

    Optional<PointedJson> find(String name) {
        return as(JsonObject.class, "object").find(name).map(member -> new PointedJson(member, at(name)));
    }

    List<PointedJson> items() {
        List<PointedJson> items = new ArrayList<>();
        for (JsonValue item : as(JsonArray.class, "array").items()) {
            items.add(new PointedJson(item, at(String.valueOf(items.size()))));
        }
        return items;
    }

    String string() {
        return as(JsonString.class, "string").value();
    }

    /** A string of a prescribed form, which none of a file's is when it is longer than {@link SsvcForms#MOST}. */
    String string(Pattern form) {
        String text = string();
        if (text.length() > SsvcForms.MOST || !form.matcher(text).matches()) {
            throw refusal(DecisionError.JSON_FORM, "value", text);
        }
        return text;
    }

    /** What is wrong here, with one thing more to know of it. */
    Refusal refusal(DecisionError code, String name, String what) {
        return new Refusal(code, Map.of("pointer", cut(pointer), name, cut(what)));
    }

    private <T extends JsonValue> T as(Class<T> type, String name) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw refusal(DecisionError.JSON_TYPE, "type", name);
    }

    private String at(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static String cut(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) : text;
    }
}
