package org.sekisho.ejb.assurance.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.control.CatalogueVersions;
import org.sekisho.domain.assurance.control.DeliveredCatalogue;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementTerms;
import org.sekisho.domain.assurance.evidence.EvidenceDirectory;
import org.sekisho.domain.assurance.evidence.EvidenceItem;
import org.sekisho.domain.assurance.evidence.EvidenceRow;
import org.sekisho.domain.assurance.evidence.EvidenceSeals;
import org.sekisho.domain.assurance.finding.ActionFilter;
import org.sekisho.domain.assurance.finding.ActionRow;
import org.sekisho.domain.assurance.finding.ActionState;
import org.sekisho.domain.assurance.finding.AuditFinding;
import org.sekisho.domain.assurance.finding.AuditFindings;
import org.sekisho.domain.assurance.finding.FindingDirectory;
import org.sekisho.domain.assurance.finding.FindingSeals;
import org.sekisho.domain.assurance.finding.FindingWords;
import org.sekisho.domain.assurance.finding.FindingWords.Part;
import org.sekisho.domain.assurance.pack.EntryList.Entry;
import org.sekisho.domain.assurance.pack.PackLayout;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.assurance.sample.SampleDirectory;
import org.sekisho.domain.assurance.sample.SampleFilter;
import org.sekisho.domain.assurance.sample.SampleItemFilter;
import org.sekisho.domain.assurance.sample.SampleItemRow;
import org.sekisho.domain.assurance.sample.SampleRow;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.assurance.control.AssessedAudit.Evidence;
import org.sekisho.ejb.assurance.control.AssessedAudit.Found;
import org.sekisho.ejb.assurance.control.AssessedAudit.PackedFile;
import org.sekisho.ejb.assurance.control.AssessedAudit.Party;
import org.sekisho.ejb.assurance.control.AssessedAudit.Remedy;
import org.sekisho.ejb.assurance.control.AssessedAudit.Sample;
import org.sekisho.ejb.assurance.control.AssessedAudit.Terms;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.pack.PackSamples;

/**
 * The OSCAL documents of a pack: the catalogue that the engagement goes by, and the results of its assessment. They name files of the
 * pack's fixed list and nothing beside it; of reports they say nothing.
 */
@ApplicationScoped
public class PackAssessment {

    @Inject
    private CatalogueVersions catalogues;

    @Inject
    private EvidenceDirectory evidence;

    @Inject
    private SampleDirectory samples;

    @Inject
    private AuditFindings findings;

    @Inject
    private FindingDirectory findingDirectory;

    @Inject
    private Organisations organisations;

    @Inject
    private Vault vault;

    /** The catalogue of controls that the engagement goes by, in JSON. */
    public String catalogue(Engagement engagement) {
        return engagement.catalogueVersion() == DeliveredCatalogue.VERSION
                ? DeliveredCatalogue.oscal()
                : catalogues.require(engagement.catalogueVersion()).oscal();
    }

    /**
     * The results; to be called in the snapshot that fixes the list.
     *
     * @param entries what the pack holds
     */
    public JsonObject results(Engagement engagement, PackScope scope, List<Entry> entries) {
        return new AssessmentResults(assessed(engagement, scope, entries), new BothLanguages()).write();
    }

    private AssessedAudit assessed(Engagement engagement, PackScope scope, List<Entry> entries) {
        List<EvidenceRow> rows = all(page -> evidence.list(scope.evidence(), page), "arrived");
        List<SampleRow> sampled = all(page -> samples.list(SampleFilter.of(scope.engagement()), page), "number");
        List<AuditFinding> established = findings.ofEngagement(scope.engagement()).stream()
                .filter(finding -> finding.state().isEstablished())
                .sorted(Comparator.comparingInt(AuditFinding::number))
                .toList();
        List<ActionRow> actions =
                all(page -> findingDirectory.actions(ActionFilter.of(scope.engagement()), page), "number");
        Map<String, PackedFile> byPath = new HashMap<>();
        Map<UUID, PackedFile> bySource = new HashMap<>();
        for (Entry entry : entries) {
            PackedFile file = new PackedFile(entry.path(), entry.sha256());
            byPath.put(entry.path(), file);
            if (entry.source().kind().equals(EvidenceItem.KIND)) {
                bySource.put(entry.source().id(), file);
            }
        }
        EngagementTerms terms = engagement.terms();
        return new AssessedAudit(
                engagement.id(),
                engagement.number(),
                new Terms(terms.standard(), terms.level(), terms.criteria(), terms.period(), terms.sections()),
                party(terms.responsibleParty()),
                party(engagement.owner()),
                engagement.firm().map(this::party),
                engagement.catalogueVersion(),
                catalogues.catalogue(engagement.catalogueVersion()),
                rows.stream()
                        .filter(row -> bySource.containsKey(row.id()))
                        .map(row -> evidence(row, Objects.requireNonNull(bySource.get(row.id()))))
                        .sorted(Comparator.comparing(each -> each.file().path()))
                        .toList(),
                sampled.stream()
                        .sorted(Comparator.comparingInt(SampleRow::number))
                        .flatMap(
                                row -> Optional.ofNullable(byPath.get(path(row)))
                                        .map(file -> sample(row, scope.sections(), file))
                                        .stream())
                        .toList(),
                established.stream().map(finding -> found(finding, actions)).toList(),
                engagement.conclusion(),
                modified(engagement, rows, sampled, established));
    }

    private static String path(SampleRow row) {
        return PackLayout.path(PackLayout.SAMPLES, row.number() + "/" + PackSamples.SAMPLE);
    }

    private Party party(UUID organisation) {
        return new Party(organisation, organisations.require(organisation).name());
    }

    private Evidence evidence(EvidenceRow row, PackedFile file) {
        return new Evidence(
                row.id(),
                new EvidenceSeals(vault).title(row).orElse(""),
                row.section(),
                row.control(),
                row.proves(),
                row.arrivedAt(),
                row.state(),
                row.label(),
                file);
    }

    private static Sample sample(SampleRow row, Set<EvidenceSection> scope, PackedFile file) {
        return new Sample(
                row.id(),
                row.number(),
                row.purpose(),
                row.kind().within(scope),
                row.frozenAt(),
                row.records(),
                row.items(),
                row.tested(),
                row.approved(),
                row.exceptions(),
                file);
    }

    private Found found(AuditFinding finding, List<ActionRow> actions) {
        FindingSeals seals = new FindingSeals(vault);
        FindingWords words = seals.open(findings.texts(finding.id(), finding.revision()), finding.organisation())
                .orElseThrow(() -> new IllegalStateException("Shown without words: " + finding.id()));
        return new Found(
                finding.id(),
                finding.number(),
                finding.section(),
                finding.controls(),
                finding.severity(),
                words.of(Part.TITLE),
                words.of(Part.CONDITION),
                words.of(Part.CRITERION),
                words.of(Part.RECOMMENDATION),
                finding.days().orElseThrow().remedy(),
                actions.stream()
                        .filter(action ->
                                action.finding().equals(finding.id()) && action.state() != ActionState.REPLACED)
                        .sorted(Comparator.comparingInt(ActionRow::number))
                        .map(action -> new Remedy(
                                action.id(),
                                action.number(),
                                seals.plan(action).orElse(""),
                                action.due(),
                                action.state() == ActionState.VERIFIED))
                        .toList());
    }

    /** When the last of what the document tells came about. */
    private Instant modified(
            Engagement engagement, List<EvidenceRow> rows, List<SampleRow> sampled, List<AuditFinding> established) {
        Stream<Optional<Instant>> own = Stream.of(
                Optional.of(engagement.scheduledAt()),
                engagement.fieldworkAt(),
                engagement.reportingAt(),
                engagement.closedAt());
        Stream<Optional<Instant>> items = sampled.stream()
                .flatMap(sample ->
                        all(page -> samples.items(SampleItemFilter.of(sample.id()), page), "position").stream())
                .flatMap(PackAssessment::times);
        return Stream.of(
                        own,
                        rows.stream().map(row -> Optional.of(row.arrivedAt())),
                        sampled.stream().map(sample -> Optional.of(sample.frozenAt())),
                        items,
                        established.stream().flatMap(this::times))
                .flatMap(Function.identity())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** When its facts stood, and when something was said about it or its corrective actions. */
    private Stream<Optional<Instant>> times(AuditFinding finding) {
        return Stream.concat(
                Stream.of(finding.establishedAt(), finding.respondedAt()),
                findings.statements(finding.id()).stream().map(statement -> Optional.of(statement.statedAt())));
    }

    private static Stream<Optional<Instant>> times(SampleItemRow item) {
        return Stream.of(item.preparedAt(), item.reviewedAt());
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
}
