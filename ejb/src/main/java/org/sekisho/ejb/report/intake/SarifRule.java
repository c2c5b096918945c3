package org.sekisho.ejb.report.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sekisho.domain.report.severity.CvssScore;
import tools.jackson.databind.JsonNode;

/**
 * What a finding takes from the description of its rule (SARIF 2.1.0, section 3.49).
 *
 * @param messages its texts by their names, which results refer to
 * @param weaknesses words that may be numbers of weaknesses: tags of the property bag, and taxa it relates to
 * @param identifiers tags that are numbers of flaws
 * @param severity what GitHub's convention states under {@code security-severity}
 */
record SarifRule(
        String id,
        String title,
        String text,
        String level,
        String help,
        Map<String, String> messages,
        List<String> weaknesses,
        List<String> identifiers,
        Optional<CvssScore> severity) {

    private static final Pattern NUMBER =
            Pattern.compile("(?i)(?:CVE-[0-9]{4}-[0-9]{4,19}|GHSA(?:-[0-9a-z]{4}){3}|JVNDB-[0-9]{4}-[0-9]{6})");

    static final SarifRule UNKNOWN =
            new SarifRule("", "", "", "", "", Map.of(), List.of(), List.of(), Optional.empty());

    static SarifRule of(JsonNode node) {
        Map<String, String> messages = new HashMap<>();
        node.path("messageStrings")
                .properties()
                .forEach(each -> messages.put(each.getKey(), Nodes.text(each.getValue(), "text")));
        JsonNode properties = node.path("properties");
        List<String> tags = Stream.concat(
                        Nodes.texts(properties.path("tags")).stream(),
                        node.path("relationships").valueStream().map(SarifRule::taxon))
                .toList();
        return new SarifRule(
                Nodes.text(node, "id"),
                Nodes.first(Nodes.text(node.path("shortDescription"), "text"), Nodes.text(node, "name")),
                Nodes.text(node.path("fullDescription"), "text"),
                Nodes.text(node.path("defaultConfiguration"), "level"),
                Nodes.text(node, "helpUri"),
                messages,
                tags.stream()
                        .map(SarifRule::lastPart)
                        .filter(SarifRule::mayBeWeakness)
                        .toList(),
                tags.stream().filter(SarifRule::isNumber).map(SarifRule::number).toList(),
                Nodes.score(properties.path("security-severity")));
    }

    /** Of {@code external/cwe/cwe-79} what stands behind the last slash. */
    static String lastPart(String tag) {
        return tag.substring(tag.lastIndexOf('/') + 1);
    }

    private static boolean mayBeWeakness(String word) {
        return word.regionMatches(true, 0, "CWE", 0, 3);
    }

    /** Whether a word is the number of a flaw in a list that many use. */
    static boolean isNumber(String word) {
        return NUMBER.matcher(word).matches();
    }

    /** The number as its list writes it. */
    static String number(String word) {
        return word.regionMatches(true, 0, "CVE", 0, 3) ? word.toUpperCase(Locale.ROOT) : word;
    }

    private static String taxon(JsonNode relationship) {
        JsonNode target = relationship.path("target");
        return taxon(Nodes.text(target.path("toolComponent"), "name"), Nodes.text(target, "id"));
    }

    /** The number of a taxon, with the name of its taxonomy where the number leaves it out. */
    static String taxon(String taxonomy, String id) {
        return taxonomy.equalsIgnoreCase("CWE") && !id.toUpperCase(Locale.ROOT).startsWith("CWE") ? "CWE-" + id : id;
    }

    /** How many characters it holds. */
    int size() {
        return id.length()
                + title.length()
                + text.length()
                + help.length()
                + messages.values().stream().mapToInt(String::length).sum()
                + weaknesses.stream().mapToInt(String::length).sum()
                + identifiers.stream().mapToInt(String::length).sum();
    }
}
