package org.sekisho.ejb.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.control.CatalogueVersions;
import org.sekisho.domain.assurance.control.Control;
import org.sekisho.domain.assurance.control.ControlCatalogue;
import org.sekisho.domain.assurance.engagement.AuditReport;
import org.sekisho.domain.assurance.engagement.AuditReports;
import org.sekisho.domain.assurance.engagement.Conclusion;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementDirectory;
import org.sekisho.domain.assurance.engagement.EngagementRow;
import org.sekisho.domain.assurance.finding.ActionFilter;
import org.sekisho.domain.assurance.finding.ActionRow;
import org.sekisho.domain.assurance.finding.AuditFinding;
import org.sekisho.domain.assurance.finding.AuditFindings;
import org.sekisho.domain.assurance.finding.FindingDays;
import org.sekisho.domain.assurance.finding.FindingDirectory;
import org.sekisho.domain.assurance.finding.FindingSeals;
import org.sekisho.domain.assurance.finding.FindingSeverity;
import org.sekisho.domain.assurance.finding.FindingStatement;
import org.sekisho.domain.assurance.finding.FindingWords;
import org.sekisho.domain.assurance.finding.FindingWords.Part;
import org.sekisho.domain.assurance.finding.Position;
import org.sekisho.domain.assurance.pack.PackScope;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.domain.vault.ContentStore.Stored;
import org.sekisho.domain.vault.ContentStore.Writing;
import org.sekisho.domain.vault.Vault;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.ejb.document.PdfDocument;
import org.sekisho.ejb.document.PdfText;
import org.sekisho.ejb.document.PdfText.Fact;
import org.sekisho.ejb.shared.Phrases;

/**
 * The report in which an audit ends: terms, conclusion, and every finding whose facts stand with management's response and the
 * corrective actions, in both languages. What people wrote stands in the language in which they wrote it. It is fixed when the audit
 * is closed, and kept sealed under the audited organisation's key.
 */
@ApplicationScoped
class ClosingReport {

    static final String TABLE = "audit_report";
    private static final List<String> BUNDLES = List.of("org.sekisho.ejb.text.document");
    private static final long MOST_BYTES = 64L << 20;

    @Inject
    private AuditReports reports;

    @Inject
    private EngagementDirectory directory;

    @Inject
    private CatalogueVersions catalogues;

    @Inject
    private AuditFindings findings;

    @Inject
    private FindingDirectory rows;

    @Inject
    private EngagementFacts facts;

    @Inject
    private Vault vault;

    @Inject
    private ContentStore store;

    /** Writes the report of an engagement that is being closed, and keeps it. */
    void keep(Engagement engagement, Conclusion conclusion, Instant now) {
        EngagementRow row = directory.find(engagement.id()).orElseThrow();
        PdfText text = new PdfText(engagement.number()).label(PackScope.USUAL_LABEL);
        List<Told> told = told(engagement);
        for (ReadingLanguage language : ReadingLanguage.values()) {
            Phrases words = Phrases.of(BUNDLES, language.locale(), ClosingReport.class.getClassLoader());
            String closed = words.text("document.closing.on", Map.of("day", EngagementFacts.day(words, Days.of(now))));
            write(
                    text,
                    words,
                    engagement.number(),
                    facts.of(words, engagement, row),
                    List.of(words.text("document.conclusion." + conclusion.name()), closed),
                    told);
        }
        Place place = new Place(TABLE, engagement.id(), engagement.terms().responsibleParty());
        try (Writing writing = store.begin(place, MOST_BYTES)) {
            PdfDocument.write(text, now, writing);
            Stored stored = writing.finish();
            reports.add(new AuditReport(engagement, stored, now));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A finding whose facts stand, opened, with what was said about it and what is done. */
    record Told(
            int number,
            FindingSeverity severity,
            EvidenceSection section,
            List<Control> controls,
            Optional<FindingDays> days,
            Optional<Position> position,
            FindingWords words,
            Optional<String> response,
            List<Planned> actions) {}

    record Planned(ActionRow row, String plan) {}

    /** The heaviest first, and by number among equals. */
    private List<Told> told(Engagement engagement) {
        FindingSeals seals = new FindingSeals(vault);
        ControlCatalogue catalogue = catalogues.catalogue(engagement.catalogueVersion());
        return findings.ofEngagement(engagement.id()).stream()
                .filter(finding -> finding.state().isEstablished())
                .sorted(Comparator.comparing(AuditFinding::severity).thenComparing(AuditFinding::number))
                .map(finding -> new Told(
                        finding.number(),
                        finding.severity(),
                        finding.section(),
                        catalogue.named(finding.controls()),
                        finding.days(),
                        finding.position(),
                        seals.open(findings.texts(finding.id(), finding.revision()), finding.organisation())
                                .orElseThrow(),
                        response(seals, finding),
                        planned(seals, finding)))
                .toList();
    }

    private Optional<String> response(FindingSeals seals, AuditFinding finding) {
        return findings.statements(finding.id()).stream()
                .filter(statement -> statement.kind() == FindingStatement.Kind.RESPONSE)
                .findFirst()
                .map(statement -> seals.open(statement, finding.organisation()));
    }

    private List<Planned> planned(FindingSeals seals, AuditFinding finding) {
        ActionFilter its = new ActionFilter(Optional.empty(), Optional.of(finding.id()), Set.of(), Set.of());
        return rows
                .actions(its, new PageRequest(PageRequest.MOST, Optional.empty(), Optional.of("number"), false))
                .items()
                .stream()
                .map(row -> new Planned(row, seals.plan(row).orElse("")))
                .toList();
    }

    static void write(
            PdfText text, Phrases words, String number, List<Fact> facts, List<String> conclusion, List<Told> told) {
        text.part(words.locale())
                .heading(1, words.text("document.closing.title", Map.of("number", number)))
                .facts(facts)
                .heading(2, words.text("document.closing.conclusion"));
        conclusion.forEach(text::paragraph);
        text.heading(2, words.text("document.closing.findings"));
        if (told.isEmpty()) {
            text.paragraph(words.text("document.closing.findings-none"));
        }
        told.forEach(each -> write(text, words, each));
    }

    private static void write(PdfText text, Phrases words, Told told) {
        text.heading(
                3,
                words.text(
                        "document.closing.finding",
                        Map.of("number", told.number(), "title", told.words().of(Part.TITLE))));
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(
                words,
                "severity",
                words.text("document.severity." + told.severity().name())));
        facts.add(fact(
                words,
                "section",
                words.text("document.section." + told.section().name())));
        if (!told.controls().isEmpty()) {
            facts.add(fact(words, "controls", controls(words, told.controls())));
        }
        for (Part part : Part.values()) {
            String said = told.words().of(part);
            if (part != Part.TITLE && !said.isEmpty()) {
                facts.add(fact(words, part.field(), said));
            }
        }
        told.days().ifPresent(days -> facts.add(fact(words, "remedy", EngagementFacts.day(words, days.remedy()))));
        facts.add(fact(
                words,
                "position",
                words.text(
                        "document.position." + told.position().map(Enum::name).orElse("NONE"))));
        told.response().ifPresent(response -> facts.add(fact(words, "response", response)));
        text.facts(facts);
        if (!told.actions().isEmpty()) {
            text.table(
                    List.of(
                            words.text("document.closing.action"),
                            words.text("document.closing.plan"),
                            words.text("document.closing.due"),
                            words.text("document.closing.state")),
                    told.actions().stream()
                            .map(each -> List.of(
                                    words.text(
                                            "document.closing.action-number",
                                            Map.of("number", each.row().number())),
                                    each.plan(),
                                    EngagementFacts.day(words, each.row().due()),
                                    words.text("document.action."
                                            + each.row().state().name())))
                            .toList());
        }
    }

    /** One a line, since titles may hold commas. */
    private static String controls(Phrases words, List<Control> controls) {
        ReadingLanguage language =
                ReadingLanguage.ofTag(words.locale().getLanguage()).orElse(ReadingLanguage.EN);
        return controls.stream()
                .map(control -> words.text(
                        "document.closing.control",
                        Map.of("id", control.id(), "title", control.title().in(language))))
                .collect(Collectors.joining("\n"));
    }

    private static Fact fact(Phrases words, String key, String value) {
        return new Fact(words.text("document.closing." + key), value);
    }
}
