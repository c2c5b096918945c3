package org.sekisho.ejb.assurance.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.control.Control;
import org.sekisho.domain.assurance.control.OscalCatalogue;
import org.sekisho.domain.assurance.control.OscalIds;
import org.sekisho.domain.assurance.pack.PackLayout;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.assurance.control.AssessedAudit.Evidence;
import org.sekisho.ejb.assurance.control.AssessedAudit.Found;
import org.sekisho.ejb.assurance.control.AssessedAudit.PackedFile;
import org.sekisho.ejb.assurance.control.AssessedAudit.Remedy;
import org.sekisho.ejb.assurance.control.AssessedAudit.Sample;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;

/**
 * An engagement as OSCAL assessment results (NIST, 1.1). Each item of evidence and each sample is an observation, each finding whose facts
 * stand a risk and, for every control that it concerns, a finding; nothing is called satisfied that no auditor said was. Identifiers are
 * derived from ours and the document's own time is that of the latest thing in it, so that the same state gives the same bytes.
 */
final class AssessmentResults {

    /** From where the document lies to what it names. */
    private static final String UP = "../";

    private final AssessedAudit audit;
    private final BothLanguages words;
    private final List<Control> controls;
    private final SortedMap<String, JsonObject> resources = new TreeMap<>();

    AssessmentResults(AssessedAudit audit, BothLanguages words) {
        this.audit = audit;
        this.words = words;
        this.controls = audit.catalogue().in(audit.terms().sections());
    }

    JsonObject write() {
        JsonObject result = result();
        String plan = plan();
        return JsonObject.builder()
                .put(
                        "assessment-results",
                        JsonObject.builder()
                                .put("uuid", id("assessment-results"))
                                .put("metadata", AssessmentMetadata.of(audit, words))
                                .put(
                                        "import-ap",
                                        JsonObject.builder()
                                                .put("href", "#" + plan)
                                                .build())
                                .put("results", JsonArray.of(List.of(result)))
                                .put(
                                        "back-matter",
                                        JsonObject.builder()
                                                .put("resources", JsonArray.of(List.copyOf(resources.values())))
                                                .build())
                                .build())
                .build();
    }

    private String id(String part) {
        return OscalIds.of(audit.id() + "/" + part).toString();
    }

    /** There is no plan in OSCAL: what was planned stands in the terms, which the summary for people tells. */
    private String plan() {
        String id = id("plan");
        JsonObject link = JsonObject.builder()
                .put("href", UP + below(PackLayout.SUMMARY))
                .put("media-type", "application/pdf")
                .build();
        resources.put(
                id,
                JsonObject.builder()
                        .put("uuid", id)
                        .put("title", words.text("document.oscal.plan"))
                        .put("description", words.text("document.oscal.plan-what"))
                        .put("rlinks", JsonArray.of(List.of(link)))
                        .build());
        return id;
    }

    private JsonObject result() {
        JsonObject.Builder result = JsonObject.builder()
                .put("uuid", id("result"))
                .put("title", line(audit.number()))
                .put("description", words.text("document.oscal.result"))
                .put("start", Days.startOf(audit.terms().period().first()).toString())
                .put("end", Days.endOf(audit.terms().period().last()).toString())
                .put("props", JsonArray.of(props()))
                .put("reviewed-controls", reviewed());
        audit.conclusion()
                .ifPresent(conclusion -> result.put(
                        "attestations",
                        JsonArray.of(List.of(attestation(words.text("document.conclusion." + conclusion.name()))))));
        List<JsonObject> observations = new ArrayList<>();
        audit.evidence().forEach(evidence -> observations.add(observation(evidence)));
        audit.samples().forEach(sample -> observations.add(observation(sample)));
        put(result, "observations", observations);
        put(result, "risks", audit.findings().stream().map(this::risk).toList());
        put(
                result,
                "findings",
                audit.findings().stream()
                        .flatMap(found -> findings(found).stream())
                        .toList());
        return result.build();
    }

    /** An empty list may not be there. */
    private static void put(JsonObject.Builder holder, String name, List<JsonObject> items) {
        if (!items.isEmpty()) {
            holder.put(name, JsonArray.of(items));
        }
    }

    private List<JsonObject> props() {
        List<JsonObject> props = new ArrayList<>();
        props.add(ours("standard", audit.terms().standard().name()));
        props.add(ours("assurance-level", audit.terms().level().name()));
        props.add(ours("catalogue-version", Integer.toString(audit.catalogueVersion())));
        audit.terms().sections().forEach(section -> props.add(ours(OscalCatalogue.SECTION, section.name())));
        audit.conclusion().ifPresent(conclusion -> props.add(ours("conclusion", conclusion.name())));
        return props;
    }

    private JsonObject reviewed() {
        JsonObject selection = JsonObject.builder()
                .put("description", words.text("document.oscal.controls"))
                .put(
                        "include-controls",
                        JsonArray.of(Stream.concat(controls.stream().map(Control::id), uncovered())
                                .map(id -> JsonObject.builder()
                                        .put("control-id", id)
                                        .build())
                                .toList()))
                .build();
        JsonObject.Builder reviewed = JsonObject.builder();
        if (!audit.terms().criteria().isBlank()) {
            reviewed.put("description", audit.terms().criteria());
        }
        return reviewed.put("control-selections", JsonArray.of(List.of(selection)))
                .build();
    }

    /** The sections in scope for which the catalogue has no control stand for themselves. */
    private Stream<String> uncovered() {
        return audit.terms().sections().stream()
                .filter(section -> controlsOf(Set.of(section)).isEmpty())
                .map(EvidenceSection::folder);
    }

    private JsonObject attestation(String conclusion) {
        JsonObject.Builder attestation = JsonObject.builder();
        audit.firm()
                .ifPresent(firm -> attestation.put(
                        "responsible-parties",
                        JsonArray.of(List.of(JsonObject.builder()
                                .put("role-id", AssessmentMetadata.ASSESSOR)
                                .put(
                                        "party-uuids",
                                        JsonArray.ofStrings(
                                                List.of(OscalIds.of(firm.id()).toString())))
                                .build()))));
        JsonObject part = JsonObject.builder()
                .put("name", "conclusion")
                .put("ns", OscalCatalogue.NAMESPACE)
                .put("prose", conclusion)
                .build();
        return attestation.put("parts", JsonArray.of(List.of(part))).build();
    }

    private JsonObject observation(Evidence evidence) {
        List<JsonObject> props = new ArrayList<>();
        props.add(ours(OscalCatalogue.SECTION, evidence.section().name()));
        controlsOf(evidence).forEach(control -> props.add(ours("control-id", control)));
        props.add(ours("proves-first", evidence.proves().first().toString()));
        props.add(ours("proves-last", evidence.proves().last().toString()));
        props.add(ours("state", evidence.state().name()));
        props.add(ours("tlp", evidence.label().name()));
        String section = sectionKey(evidence.section());
        String title = evidence.title().isBlank() ? words.text(section) : line(evidence.title());
        return JsonObject.builder()
                .put("uuid", OscalIds.of(evidence.id()).toString())
                .put("title", title)
                .put("description", words.about("document.oscal.evidence", "section", section))
                .put("props", JsonArray.of(props))
                .put("methods", JsonArray.ofStrings(List.of("EXAMINE")))
                .put("relevant-evidence", relevant(evidence.file(), title))
                .put("collected", evidence.arrivedAt().toString())
                .build();
    }

    /** The control that it was handed in for, where the catalogue has it; otherwise all that its section shows. */
    private Collection<String> controlsOf(Evidence evidence) {
        if (audit.catalogue().find(evidence.control()).isPresent()) {
            return List.of(evidence.control());
        }
        return controlsOf(Set.of(evidence.section()));
    }

    private List<String> controlsOf(Collection<EvidenceSection> sections) {
        return controls.stream()
                .filter(control -> control.drawsOn(sections))
                .map(Control::id)
                .toList();
    }

    private JsonObject observation(Sample sample) {
        List<JsonObject> props = new ArrayList<>();
        sample.sections().forEach(section -> props.add(ours(OscalCatalogue.SECTION, section.name())));
        controlsOf(sample.sections()).forEach(control -> props.add(ours("control-id", control)));
        props.add(ours("population-records", Integer.toString(sample.records())));
        props.add(ours("items", Integer.toString(sample.items())));
        props.add(ours("items-tested", Integer.toString(sample.tested())));
        props.add(ours("items-approved", Integer.toString(sample.approved())));
        props.add(ours("exceptions", Integer.toString(sample.exceptions())));
        return JsonObject.builder()
                .put("uuid", OscalIds.of(sample.id()).toString())
                .put("title", line(sample.purpose()))
                .put(
                        "description",
                        words.text(
                                "document.oscal.sample",
                                Map.of(
                                        "number", sample.number(),
                                        "items", sample.items(),
                                        "records", sample.records(),
                                        "tested", sample.tested(),
                                        "exceptions", sample.exceptions())))
                .put("props", JsonArray.of(props))
                .put("methods", JsonArray.ofStrings(List.of("TEST")))
                .put("relevant-evidence", relevant(sample.file(), line(sample.purpose())))
                .put("collected", sample.frozenAt().toString())
                .build();
    }

    /** Names the file by a resource at the end of the document, which has its hash. */
    private JsonArray relevant(PackedFile file, String title) {
        String id = OscalIds.of(audit.id() + "/" + file.path()).toString();
        JsonObject hash = JsonObject.builder()
                .put("algorithm", "SHA-256")
                .put("value", file.sha256())
                .build();
        JsonObject link = JsonObject.builder()
                .put("href", UP + below(file.path()))
                .put("hashes", JsonArray.of(List.of(hash)))
                .build();
        resources.put(
                id,
                JsonObject.builder()
                        .put("uuid", id)
                        .put("title", title)
                        .put("rlinks", JsonArray.of(List.of(link)))
                        .build());
        return JsonArray.of(List.of(JsonObject.builder()
                .put("href", "#" + id)
                .put("description", title)
                .build()));
    }

    private static String below(String path) {
        return path.substring("data/".length());
    }

    private JsonObject risk(Found found) {
        JsonObject.Builder risk = JsonObject.builder()
                .put("uuid", riskId(found))
                .put("title", line(found.title()))
                .put("description", found.condition())
                .put("statement", found.criterion())
                .put(
                        "props",
                        JsonArray.of(List.of(ours("severity", found.severity().name()))))
                .put("status", status(found))
                .put("deadline", Days.endOf(found.remedyDue()).toString());
        List<JsonObject> remedies = new ArrayList<>();
        remedies.add(response(
                OscalIds.of(found.id() + "/recommendation").toString(),
                "recommendation",
                words.text("document.oscal.recommendation"),
                found.recommendation()));
        found.remedies().forEach(remedy -> remedies.add(response(remedy)));
        put(risk, "remediations", remedies);
        put(risk, "related-observations", related(found, found.controls()));
        return risk.build();
    }

    private static String riskId(Found found) {
        return OscalIds.of(found.id()).toString();
    }

    private static String status(Found found) {
        if (found.remedies().isEmpty()) {
            return "open";
        }
        return found.remedies().stream().allMatch(Remedy::verified) ? "closed" : "remediating";
    }

    private JsonObject response(Remedy remedy) {
        String title = words.text(
                "document.oscal.action",
                Map.of("number", remedy.number(), "day", remedy.due().toString()));
        return response(
                OscalIds.of(remedy.id()).toString(),
                remedy.verified() ? "completed" : "planned",
                title,
                remedy.plan().isBlank() ? title : remedy.plan());
    }

    private static JsonObject response(String id, String lifecycle, String title, String description) {
        return JsonObject.builder()
                .put("uuid", id)
                .put("lifecycle", lifecycle)
                .put("title", title)
                .put("description", description)
                .build();
    }

    /**
     * One for each control that it names, or, where it names none, that its section shows; where the catalogue has none there, one for the
     * section.
     */
    private List<JsonObject> findings(Found found) {
        boolean named = !found.controls().isEmpty();
        List<JsonObject> written = new ArrayList<>();
        for (Control control : controls) {
            if (named ? found.controls().contains(control.id()) : control.drawsOn(Set.of(found.section()))) {
                List<JsonObject> related = related(found, named ? Set.of(control.id()) : Set.of());
                written.add(finding(found, "statement-id", control.statementId(), related));
            }
        }
        return written.isEmpty()
                ? List.of(finding(found, "objective-id", found.section().folder(), related(found, Set.of())))
                : written;
    }

    private JsonObject finding(Found found, String type, String target, List<JsonObject> related) {
        JsonObject.Builder finding = JsonObject.builder()
                .put("uuid", OscalIds.of(found.id() + "/" + target).toString())
                .put("title", line(found.title()))
                .put("description", found.condition())
                .put("props", JsonArray.of(List.of(ours("number", Integer.toString(found.number())))))
                .put(
                        "target",
                        JsonObject.builder()
                                .put("type", type)
                                .put("target-id", target)
                                .put(
                                        "status",
                                        JsonObject.builder()
                                                .put("state", "not-satisfied")
                                                .put("reason", "fail")
                                                .build())
                                .build())
                .put(
                        "related-risks",
                        JsonArray.of(List.of(JsonObject.builder()
                                .put("risk-uuid", riskId(found))
                                .build())));
        put(finding, "related-observations", related);
        return finding.build();
    }

    /** The observations about any of these controls; without any, those of the finding's section. */
    private List<JsonObject> related(Found found, Set<String> about) {
        EvidenceSection section = found.section();
        List<JsonObject> related = new ArrayList<>();
        audit.evidence().stream()
                .filter(evidence -> about.isEmpty()
                        ? evidence.section() == section
                        : !Collections.disjoint(controlsOf(evidence), about))
                .forEach(evidence ->
                        related.add(observed(OscalIds.of(evidence.id()).toString())));
        audit.samples().stream()
                .filter(sample -> about.isEmpty()
                        ? sample.sections().contains(section)
                        : !Collections.disjoint(controlsOf(sample.sections()), about))
                .forEach(sample -> related.add(observed(OscalIds.of(sample.id()).toString())));
        return related;
    }

    private static JsonObject observed(String id) {
        return JsonObject.builder().put("observation-uuid", id).build();
    }

    private static String sectionKey(EvidenceSection section) {
        return "document.section." + section.name();
    }

    private static JsonObject ours(String name, String value) {
        return OscalCatalogue.ours(name, value);
    }

    /** OSCAL's single-line texts have no line breaks, and no white space at their ends. */
    static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
