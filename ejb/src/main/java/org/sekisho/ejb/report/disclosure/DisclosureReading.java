package org.sekisho.ejb.report.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.report.disclosure.DisclosureCase;
import org.sekisho.domain.report.disclosure.DisclosureCases;
import org.sekisho.domain.report.disclosure.DisclosureContent;
import org.sekisho.domain.report.disclosure.DisclosureContent.Words;
import org.sekisho.domain.report.disclosure.DisclosureDirectory;
import org.sekisho.domain.report.disclosure.DisclosureRow;
import org.sekisho.domain.report.disclosure.DisclosureState;
import org.sekisho.domain.report.disclosure.DisclosureStep;
import org.sekisho.domain.report.disclosure.DisclosureView;
import org.sekisho.domain.report.disclosure.DisclosureView.May;
import org.sekisho.domain.report.disclosure.DisclosureView.Step;
import org.sekisho.domain.report.disclosure.NotifiedParty;
import org.sekisho.domain.report.reading.ReportDirectory;
import org.sekisho.domain.report.redaction.Masking;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.report.ReportGate;
import org.sekisho.ejb.report.ReportMasking;
import org.sekisho.ejb.shared.CurrentAct;

/** Opens disclosure cases for who reads them: what they are about and every note only where the agreement lets them read the report. */
@ApplicationScoped
class DisclosureReading {

    @Inject
    private CurrentAct act;

    @Inject
    private DisclosureCases cases;

    @Inject
    private DisclosureDirectory directory;

    @Inject
    private ReportDirectory reports;

    @Inject
    private ReportGate gate;

    @Inject
    private ReportMasking maskings;

    @Inject
    private Vault vault;

    /** The same rows with the products that the reader may know. */
    Page<DisclosureRow> named(Page<DisclosureRow> page) {
        Map<UUID, Boolean> opens = new HashMap<>();
        Set<UUID> open = page.items().stream()
                .filter(row ->
                        opens.computeIfAbsent(row.agreement(), agreement -> gate.opens(agreement, row.organisation())))
                .map(DisclosureRow::id)
                .collect(Collectors.toUnmodifiableSet());
        Map<UUID, String> products = cases.contents(open).stream()
                .collect(Collectors.toMap(
                        DisclosureContent::of, each -> each.open(vault).product()));
        Map<Source, Masking> known = new HashMap<>();
        return page.map(row -> row.about(Optional.ofNullable(products.get(row.id()))
                .map(known.computeIfAbsent(
                        new Source(row.agreement(), row.organisation()),
                        source -> maskings.forReader(source.agreement(), source.owner()))::text)));
    }

    DisclosureView view(DisclosureCase of) {
        boolean opens = gate.opens(of.agreement(), of.organisation());
        Masking masking = maskings.forReader(of.agreement(), of.organisation());
        DisclosureRow row = directory.row(of.id()).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        Optional<Words> words = Optional.of(of.id())
                .filter(any -> opens)
                .flatMap(cases::content)
                .map(kept -> kept.open(vault))
                .map(said -> masked(said, masking));
        Map<UUID, String> people =
                reports.names(of.steps().stream().map(DisclosureStep::person).collect(Collectors.toUnmodifiableSet()));
        return new DisclosureView(
                row.about(words.map(Words::product)),
                words,
                Arrays.stream(NotifiedParty.values()).map(of::contact).toList(),
                of.steps().stream()
                        .map(each -> new Step(
                                each.kind(),
                                each.notified(),
                                each.day(),
                                Optional.ofNullable(people.get(each.person())),
                                each.takenAt(),
                                each.note(vault).filter(any -> opens).map(masking::text)))
                        .toList(),
                may(of, opens));
    }

    private static Words masked(Words said, Masking masking) {
        return new Words(
                masking.text(said.product(), Words.PRODUCT_LIMIT),
                masking.text(said.developer(), Words.DEVELOPER_LIMIT),
                masking.text(said.summary(), Words.SUMMARY_LIMIT));
    }

    /** Under which agreement, and whose, a case is. */
    private record Source(UUID agreement, UUID owner) {}

    private May may(DisclosureCase of, boolean opens) {
        boolean works = opens && DisclosureCase.worksOn(act.actor(), of.organisation());
        return new May(
                works && of.state().isOpen(),
                works && of.state().canBecome(DisclosureState.PUBLISHED),
                works && of.shownAt().isEmpty());
    }
}
