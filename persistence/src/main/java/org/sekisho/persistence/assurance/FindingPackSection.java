package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.finding.ActionFilter;
import org.sekisho.domain.assurance.finding.ActionRow;
import org.sekisho.domain.assurance.finding.AuditFindings;
import org.sekisho.domain.assurance.finding.FindingDirectory;
import org.sekisho.domain.assurance.finding.FindingFilter;
import org.sekisho.domain.assurance.finding.FindingRow;
import org.sekisho.domain.assurance.finding.FindingSeals;
import org.sekisho.domain.assurance.finding.FindingState;
import org.sekisho.domain.assurance.finding.FindingStatement;
import org.sekisho.domain.assurance.finding.FindingText;
import org.sekisho.domain.assurance.pack.PackLayout;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.pack.PackSection;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.vault.Vault;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonValue;

/** The engagement's own findings, what was said about them, and the corrective actions; drafts stay with the auditors. */
@ApplicationScoped
public class FindingPackSection implements PackSection {

    private static final List<String> FINDINGS = List.of(
            "number",
            "section",
            "controls",
            "severity",
            "state",
            "title",
            "factsDue",
            "responseDue",
            "remedyDue",
            "position",
            "actions",
            "verified");
    private static final List<String> ACTIONS = List.of(
            "number",
            "audit",
            "finding",
            "severity",
            "state",
            "due",
            "replaces",
            "replacementDue",
            "reportedAt",
            "judgedAt",
            "plan");

    @Inject
    private FindingDirectory directory;

    @Inject
    private AuditFindings findings;

    @Inject
    private Vault vault;

    @Override
    public String folder() {
        return PackLayout.FINDINGS;
    }

    @Override
    public void collect(PackScope scope, Sink sink) {
        List<FindingRow> rows =
                all(page -> directory.findings(FindingFilter.of(scope.engagement()), page), "number").stream()
                        .filter(row ->
                                row.state() != FindingState.DRAFT && row.days().isPresent())
                        .toList();
        List<ActionRow> actions = all(page -> directory.actions(ActionFilter.of(scope.engagement()), page), "number");
        if (!rows.isEmpty()) {
            sink.csv("findings.csv", FINDINGS, out -> rows.forEach(row -> out.accept(cells(row))));
            sink.jsonLines("findings.jsonl", out -> rows.forEach(row -> out.accept(record(row, actions))));
        }
        if (!actions.isEmpty()) {
            sink.csv("corrective-actions.csv", ACTIONS, out -> actions.forEach(row -> out.accept(cells(row))));
        }
    }

    private FindingSeals seals() {
        return new FindingSeals(vault);
    }

    private static <T> List<T> all(Function<PageRequest, Page<T>> list, String sort) {
        List<T> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<T> page = list.apply(new PageRequest(PageRequest.MOST, after, Optional.of(sort), false));
            all.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return all;
    }

    private List<@Nullable Object> cells(FindingRow row) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.number());
        cells.add(row.section().name());
        cells.add(String.join("; ", row.controls()));
        cells.add(row.severity().name());
        cells.add(row.state().name());
        cells.add(seals().title(row).orElse(null));
        cells.add(row.days().map(days -> days.facts().toString()).orElse(null));
        cells.add(row.days().map(days -> days.response().toString()).orElse(null));
        cells.add(row.days().map(days -> days.remedy().toString()).orElse(null));
        cells.add(row.position().map(Enum::name).orElse(null));
        cells.add(row.actions());
        cells.add(row.actionsVerified());
        return cells;
    }

    private List<@Nullable Object> cells(ActionRow row) {
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(row.number());
        cells.add(row.engagementNumber());
        cells.add(row.findingNumber());
        cells.add(row.severity().name());
        cells.add(row.state().name());
        cells.add(row.due().toString());
        cells.add(row.replaces().orElse(null));
        cells.add(row.replacementDue().map(Object::toString).orElse(null));
        cells.add(row.reportedAt().map(Object::toString).orElse(null));
        cells.add(row.judgedAt().map(Object::toString).orElse(null));
        cells.add(seals().plan(row).orElse(null));
        return cells;
    }

    /** A finding with its wording and everything that was said about it, in the order in which it was said. */
    private JsonObject record(FindingRow row, List<ActionRow> actions) {
        Map<UUID, Integer> numbers = actions.stream().collect(Collectors.toMap(ActionRow::id, ActionRow::number));
        JsonObject.Builder record = JsonObject.builder()
                .put("id", row.id().toString())
                .put("number", row.number())
                .put("section", row.section().name())
                .put("controls", JsonArray.ofStrings(row.controls()))
                .put("severity", row.severity().name())
                .put("state", row.state().name())
                .put("revision", row.revision());
        for (FindingText text : findings.texts(row.id(), row.revision())) {
            record.put(text.part().field(), seals().open(text, row.organisationId()));
        }
        List<JsonValue> said = findings.statements(row.id()).stream()
                .map(statement -> said(statement, row, numbers))
                .toList();
        return record.put("statements", JsonArray.of(said)).build();
    }

    private JsonValue said(FindingStatement statement, FindingRow row, Map<UUID, Integer> numbers) {
        JsonObject.Builder record = JsonObject.builder()
                .put("kind", statement.kind().name().toLowerCase(Locale.ROOT))
                .put("revision", statement.revision())
                .put("person", statement.person().toString())
                .put("organisation", statement.organisation().toString())
                .put("at", statement.statedAt().toString())
                .put("words", seals().open(statement, row.organisationId()));
        statement.action().map(numbers::get).ifPresent(number -> record.put("action", number));
        return record.build();
    }
}
