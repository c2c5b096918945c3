package org.sekisho.domain.agreement.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseJson;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonString;
import org.sekisho.proof.json.JsonValue;

/**
 * How one clause's data differ between two versions.
 *
 * @param members what differs, in the order of the paths; empty unless the clause was changed
 */
public record ClauseDifference(ClauseKind kind, Change change, List<MemberDifference> members) {

    /** The members by which entries of a list are told apart, the first that they have. */
    private static final List<String> IDENTITY = List.of("id", "code", "audience", "tier", "phase", "role");

    public ClauseDifference {
        members = List.copyOf(members);
    }

    /** Compares one clause; at least one of the two must be there. */
    public static ClauseDifference of(ClauseKind kind, Optional<Clause> before, Optional<Clause> after) {
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("Nothing to compare: " + kind);
        } else if (before.isEmpty()) {
            return new ClauseDifference(kind, Change.ADDED, List.of());
        } else if (after.isEmpty()) {
            return new ClauseDifference(kind, Change.REMOVED, List.of());
        }
        List<MemberDifference> members = new ArrayList<>();
        compare("", ClauseJson.toJson(before.get()), ClauseJson.toJson(after.get()), members);
        return new ClauseDifference(kind, members.isEmpty() ? Change.SAME : Change.CHANGED, members);
    }

    private static void compare(String path, JsonValue before, JsonValue after, List<MemberDifference> into) {
        if (before.equals(after)) {
            return;
        }
        if (before instanceof JsonObject earlier && after instanceof JsonObject later) {
            Set<String> names = new TreeSet<>(earlier.members().keySet());
            names.addAll(later.members().keySet());
            for (String name : names) {
                compare(path.isEmpty() ? name : path + "." + name, earlier.find(name), later.find(name), into);
            }
        } else if (before instanceof JsonArray earlier && after instanceof JsonArray later) {
            compareLists(path, earlier.items(), later.items(), into);
        } else {
            into.add(new MemberDifference(path, Change.CHANGED, text(before), text(after)));
        }
    }

    private static void compare(
            String path, Optional<JsonValue> before, Optional<JsonValue> after, List<MemberDifference> into) {
        if (before.isPresent() && after.isPresent()) {
            compare(path, before.get(), after.get(), into);
        } else if (after.isPresent()) {
            into.add(new MemberDifference(path, Change.ADDED, Optional.empty(), text(after.get())));
        } else if (before.isPresent()) {
            into.add(new MemberDifference(path, Change.REMOVED, text(before.get()), Optional.empty()));
        }
    }

    private static void compareLists(
            String path, List<JsonValue> before, List<JsonValue> after, List<MemberDifference> into) {
        boolean named = names(before).size() == before.size() && names(after).size() == after.size();
        if (named) {
            Set<String> names = new LinkedHashSet<>(names(before));
            names.addAll(names(after));
            int count = into.size();
            for (String name : names) {
                compare(path + "[" + name + "]", named(before, name), named(after, name), into);
            }
            if (into.size() == count) {
                into.add(new MemberDifference(
                        path, Change.CHANGED, Optional.of(order(before)), Optional.of(order(after))));
            }
            return;
        }
        for (Alignment.Pair pair : Alignment.of(before, after)) {
            if (!pair.isCommon()) {
                boolean removed = pair.after() == Alignment.NONE;
                compare(
                        path + "[" + (removed ? pair.before() : pair.after()) + "]",
                        removed ? Optional.of(before.get(pair.before())) : Optional.empty(),
                        removed ? Optional.empty() : Optional.of(after.get(pair.after())),
                        into);
            }
        }
    }

    /** The entries' names; fewer than entries where some have none or share one. */
    private static Set<String> names(List<JsonValue> entries) {
        Set<String> names = new LinkedHashSet<>();
        entries.forEach(entry -> name(entry).ifPresent(names::add));
        return names;
    }

    private static Optional<JsonValue> named(List<JsonValue> entries, String name) {
        return entries.stream()
                .filter(entry -> name(entry).filter(name::equals).isPresent())
                .findFirst();
    }

    private static Optional<String> name(JsonValue entry) {
        if (entry instanceof JsonString constant) {
            return Optional.of(constant.value());
        }
        if (entry instanceof JsonObject object) {
            return IDENTITY.stream()
                    .flatMap(member -> object.findString(member).stream())
                    .findFirst();
        }
        return Optional.empty();
    }

    private static String order(List<JsonValue> entries) {
        return String.join(", ", names(entries));
    }

    private static Optional<String> text(JsonValue value) {
        return Optional.of(value instanceof JsonString string ? string.value() : CanonicalJson.text(value));
    }
}
