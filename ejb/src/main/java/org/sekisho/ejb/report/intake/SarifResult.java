package org.sekisho.ejb.report.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.report.intake.Finding;
import org.sekisho.domain.report.intake.Finding.Level;
import org.sekisho.domain.report.intake.FindingDraft;
import org.sekisho.domain.report.intake.Fingerprint;
import org.sekisho.domain.report.intake.SourceFormat;
import tools.jackson.databind.JsonNode;

/** A result (SARIF 2.1.0, section 3.27) as a finding. */
final class SarifResult {

    /** Kinds that say that there is nothing to find (section 3.27.9). */
    private static final Set<String> NOTHING = Set.of("pass", "notApplicable");

    private final JsonNode result;
    private final SarifRun run;
    private final String ruleId;
    private final SarifRule rule;

    SarifResult(JsonNode result, SarifRun run) {
        this.result = result;
        this.run = run;
        JsonNode reference = result.path("rule");
        this.ruleId = Nodes.first(Nodes.text(result, "ruleId"), Nodes.text(reference, "id"));
        int index = Math.max(Nodes.number(result, "ruleIndex"), Nodes.number(reference, "index"));
        this.rule = run.rule(Nodes.number(reference.path("toolComponent"), "index"), index, ruleId);
    }

    /** Whether something was found: the check didn't pass, and the result isn't one that has gone. */
    boolean isFinding() {
        return !NOTHING.contains(Nodes.text(result, "kind"))
                && !Nodes.text(result, "baselineState").equals("absent");
    }

    /** Whether a place is named by the index of an artifact that the run hasn't shown yet. */
    boolean lacksArtifact() {
        for (JsonNode each : result.path("locations")) {
            if (lacksArtifact(each)) {
                return true;
            }
        }
        for (JsonNode flow : result.path("codeFlows")) {
            for (JsonNode thread : flow.path("threadFlows")) {
                for (JsonNode each : thread.path("locations")) {
                    if (lacksArtifact(each.path("location"))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean lacksArtifact(JsonNode location) {
        JsonNode artifact = location.path("physicalLocation").path("artifactLocation");
        int index = Nodes.text(artifact, "uri").isEmpty() ? Nodes.number(artifact, "index") : -1;
        return index >= 0 && run.artifact(index).isEmpty();
    }

    Optional<Finding> finding() {
        FindingDraft draft = new FindingDraft(run.tool());
        String message = message();
        draft.title(rule.title()).title(message).title(ruleOrId());
        draft.text(message).text(rule.text());
        draft.level(level());
        numbers(draft);
        for (JsonNode each : result.path("locations")) {
            location(draft, each);
        }
        flows(draft);
        for (JsonNode each : result.path("fixes")) {
            draft.remedy(Nodes.text(each.path("description"), "text"));
        }
        rule.severity().ifPresent(score -> draft.scoreOnly("security-severity", score));
        draft.reference(rule.help(), "").reference(Nodes.text(result, "hostedViewerUri"), "");
        return draft.build(fingerprint(message));
    }

    private String ruleOrId() {
        return Nodes.first(ruleId, rule.id());
    }

    private void numbers(FindingDraft draft) {
        rule.weaknesses().forEach(draft::weakness);
        rule.identifiers().forEach(draft::identifier);
        for (JsonNode taxon : result.path("taxa")) {
            draft.weakness(SarifRule.taxon(Nodes.text(taxon.path("toolComponent"), "name"), Nodes.text(taxon, "id")));
        }
        identifier(draft, ruleOrId());
        for (String tag : Nodes.texts(result.path("properties").path("tags"))) {
            draft.weakness(SarifRule.lastPart(tag));
            identifier(draft, tag);
        }
    }

    private static void identifier(FindingDraft draft, String word) {
        if (SarifRule.isNumber(word)) {
            draft.identifier(SarifRule.number(word));
        }
    }

    private void location(FindingDraft draft, JsonNode location) {
        JsonNode physical = location.path("physicalLocation");
        draft.location(
                address(physical),
                Nodes.number(physical.path("region"), "startLine"),
                Nodes.text(location.path("logicalLocations").path(0), "fullyQualifiedName"));
        String code = Nodes.first(
                Nodes.text(physical.path("contextRegion").path("snippet"), "text"),
                Nodes.text(physical.path("region").path("snippet"), "text"));
        draft.code(Nodes.first(place(physical), "snippet"), code);
    }

    /** The ways through the code (section 3.36), a place a line; one that says nothing of itself under its name in the format. */
    private void flows(FindingDraft draft) {
        int flow = 0;
        for (JsonNode flows : result.path("codeFlows")) {
            int thread = 0;
            for (JsonNode each : flows.path("threadFlows")) {
                String about = Nodes.first(
                        Nodes.text(each.path("message"), "text"), Nodes.text(flows.path("message"), "text"));
                String path = "codeFlows[" + flow + "].threadFlows[" + thread + "]";
                draft.exhibit(Nodes.first(about, path), way(each.path("locations")));
                thread++;
            }
            flow++;
        }
    }

    private String way(JsonNode locations) {
        StringBuilder lines = new StringBuilder();
        int number = 1;
        for (JsonNode each : locations) {
            JsonNode location = each.path("location");
            String step = place(location.path("physicalLocation")) + " " + Nodes.text(location.path("message"), "text");
            lines.append(lines.isEmpty() ? "" : "\n")
                    .append(number)
                    .append(". ")
                    .append(step.strip());
            number++;
            if (lines.length() > Finding.TEXT_LIMIT) {
                break;
            }
        }
        return lines.toString();
    }

    private String place(JsonNode physical) {
        int line = Nodes.number(physical.path("region"), "startLine");
        return address(physical) + (line > 0 ? ":" + line : "");
    }

    private String address(JsonNode physical) {
        JsonNode artifact = physical.path("artifactLocation");
        return Nodes.first(Nodes.text(artifact, "uri"), run.artifact(Nodes.number(artifact, "index")));
    }

    private Level level() {
        String kind = Nodes.text(result, "kind");
        if (!kind.isEmpty() && !kind.equals("fail")) {
            return Level.NOTE;
        }
        return switch (Nodes.first(Nodes.text(result, "level"), rule.level())) {
            case "error" -> Level.ERROR;
            case "note", "none" -> Level.NOTE;
                // What a tool means that says nothing: section 3.27.10.
            default -> Level.WARNING;
        };
    }

    private String message() {
        JsonNode message = result.path("message");
        String name = Nodes.text(message, "id");
        String text =
                Nodes.first(Nodes.text(message, "text"), rule.messages().getOrDefault(name, ""), run.message(name));
        List<String> arguments = Nodes.texts(message.path("arguments"));
        for (int i = 0; i < arguments.size() && text.length() < Finding.TEXT_LIMIT; i++) {
            text = text.replace("{" + i + "}", arguments.get(i));
        }
        return text;
    }

    /**
     * By the tool's own fingerprints where it gives them; else by its partial ones with the places; else by the words and exact places,
     * so that two results are told apart rather than one lost.
     */
    private Fingerprint fingerprint(String message) {
        Fingerprint.Parts parts =
                Fingerprint.of(SourceFormat.SARIF).with("tool", run.toolName()).with("rule", ruleOrId());
        if (pairs(parts, "fingerprint", result.path("fingerprints"))) {
            return parts.build();
        }
        boolean partial = pairs(parts, "partial-fingerprint", result.path("partialFingerprints"));
        for (JsonNode each : result.path("locations")) {
            JsonNode physical = each.path("physicalLocation");
            parts.with("file", address(physical));
            parts.with("name", Nodes.text(each.path("logicalLocations").path(0), "fullyQualifiedName"));
            if (!partial) {
                parts.with("region", physical.path("region").toString());
            }
        }
        return partial ? parts.build() : parts.with("message", message).build();
    }

    private static boolean pairs(Fingerprint.Parts parts, String name, JsonNode pairs) {
        if (pairs.size() == 1) {
            // What most tools give needs no order.
            pairs.properties().forEach(each -> pair(parts, name, each));
        } else {
            pairs.properties().stream().sorted(Map.Entry.comparingByKey()).forEach(each -> pair(parts, name, each));
        }
        return !pairs.isEmpty();
    }

    private static void pair(Fingerprint.Parts parts, String name, Map.Entry<String, JsonNode> pair) {
        if (pair.getValue().isString()) {
            parts.with(name, pair.getKey() + "=" + pair.getValue().stringValue());
        }
    }
}
