package org.sekisho.ejb.report.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sekisho.domain.report.intake.Finding.Tool;
import org.sekisho.domain.report.intake.FindingDraft;
import org.sekisho.domain.report.intake.IntakeError;
import org.sekisho.domain.shared.Refusal;

/** What the results of a run refer to: its tool with the rules, and the addresses of its artifacts. Bounded, however large a file is. */
final class SarifRun {

    /** The most characters of all rules and artifacts of one run. */
    static final int LIMIT = 32 << 20;

    private static final int ENTRY = 32;

    private final Map<Integer, List<SarifRule>> rules = new HashMap<>();
    private final Map<String, SarifRule> byId = new HashMap<>();
    private final List<String> artifacts = new ArrayList<>();
    private final Map<String, String> messages = new HashMap<>();
    private String tool = "";
    private String version = "";
    private String id = "";
    private Tool cleaned = FindingDraft.tool("", "", "");
    private long size;
    private boolean failed;

    void tool(String name, String toolVersion) {
        tool = name;
        version = toolVersion;
        cleaned = FindingDraft.tool(tool, version, id);
    }

    void id(String run) {
        id = run;
        cleaned = FindingDraft.tool(tool, version, id);
    }

    /** @param component -1 for the driver, else the index of the extension */
    void rule(int component, SarifRule rule) {
        grow(rule.size());
        rules.computeIfAbsent(component, any -> new ArrayList<>()).add(rule);
        byId.putIfAbsent(rule.id(), rule);
    }

    void artifact(String address) {
        grow(address.length());
        artifacts.add(address);
    }

    void message(String name, String text) {
        grow(name.length() + text.length());
        messages.put(name, text);
    }

    void fail() {
        failed = true;
    }

    /** Whether it says of itself that it didn't end well. */
    boolean hasFailed() {
        return failed;
    }

    private void grow(int characters) {
        size += characters + ENTRY;
        if (size > LIMIT) {
            throw new Refusal(IntakeError.FILE_ABSURD);
        }
    }

    boolean hasTool() {
        return !tool.isEmpty();
    }

    Tool tool() {
        return cleaned;
    }

    String toolName() {
        return tool;
    }

    /** The rule by its place, else by its id, also where the id has parts behind it (section 3.27.5). */
    SarifRule rule(int component, int index, String ruleId) {
        List<SarifRule> known = rules.getOrDefault(component, List.of());
        if (index >= 0 && index < known.size()) {
            return known.get(index);
        }
        for (String each = ruleId; !each.isEmpty(); each = each.substring(0, Math.max(0, each.lastIndexOf('/')))) {
            SarifRule found = byId.get(each);
            if (found != null) {
                return found;
            }
        }
        return SarifRule.UNKNOWN;
    }

    /** The address of an artifact; empty where the run has none at that place. */
    String artifact(int index) {
        return index >= 0 && index < artifacts.size() ? artifacts.get(index) : "";
    }

    String message(String name) {
        return messages.getOrDefault(name, "");
    }
}
