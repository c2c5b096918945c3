package org.sekisho.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.finding.FindingDays;
import org.sekisho.domain.assurance.finding.FindingRow;
import org.sekisho.domain.assurance.finding.FindingView;
import org.sekisho.domain.assurance.finding.FindingWords;
import org.sekisho.domain.assurance.finding.FindingWords.Part;
import org.sekisho.domain.assurance.finding.Position;
import org.sekisho.ejb.assurance.FindingLine;

/**
 * A finding of an audit as the interface tells it. What it says is there as far as its reader may see it: the title in lists, the rest
 * where one finding is asked for.
 *
 * @param organisation the audited organisation, in the reader's language
 * @param controls the ids of those that it concerns, in the catalogue that its audit goes by; none where it stands for its section
 * @param factsDue by when the facts are checked; the days are there once it was shown to the organisation
 * @param position of management, once it responded
 * @param actions how many corrective actions count
 * @param actionsVerified how many of them were seen to work
 * @param statements what was said about it and its actions, the earliest first; where one finding is asked for
 * @param correctiveActions by number; where one finding is asked for
 */
public record FindingAnswer(
        UUID id,
        UUID audit,
        int number,
        UUID organisationId,
        String organisation,
        String section,
        List<String> controls,
        String severity,
        String state,
        int revision,
        Optional<LocalDate> factsDue,
        Optional<LocalDate> responseDue,
        Optional<LocalDate> remedyDue,
        Optional<String> position,
        int actions,
        int actionsVerified,
        Optional<String> title,
        Optional<String> condition,
        Optional<String> criterion,
        Optional<String> cause,
        Optional<String> consequence,
        Optional<String> recommendation,
        Optional<Instant> raisedAt,
        List<FindingStatementAnswer> statements,
        List<CorrectiveActionAnswer> correctiveActions) {

    static FindingAnswer of(FindingLine line) {
        return of(line.row(), line.title(), Optional.empty());
    }

    static FindingAnswer of(FindingView view) {
        return of(view.row(), view.words().map(words -> words.of(Part.TITLE)), Optional.of(view));
    }

    private static FindingAnswer of(FindingRow row, Optional<String> title, Optional<FindingView> view) {
        Optional<FindingWords> words = view.flatMap(FindingView::words);
        return new FindingAnswer(
                row.id(),
                row.engagement(),
                row.number(),
                row.organisationId(),
                row.organisation(),
                row.section().name(),
                row.controls(),
                row.severity().name(),
                row.state().name(),
                row.revision(),
                row.days().map(FindingDays::facts),
                row.days().map(FindingDays::response),
                row.days().map(FindingDays::remedy),
                row.position().map(Position::name),
                row.actions(),
                row.actionsVerified(),
                title,
                part(words, Part.CONDITION),
                part(words, Part.CRITERION),
                part(words, Part.CAUSE),
                part(words, Part.CONSEQUENCE),
                part(words, Part.RECOMMENDATION),
                view.map(FindingView::raisedAt),
                view.map(each -> each.statements().stream()
                                .map(FindingStatementAnswer::of)
                                .toList())
                        .orElse(List.of()),
                view.map(each -> each.actions().stream()
                                .map(CorrectiveActionAnswer::of)
                                .toList())
                        .orElse(List.of()));
    }

    /** Optional parts that weren't written are left out. */
    private static Optional<String> part(Optional<FindingWords> words, Part part) {
        return words.map(each -> each.of(part)).filter(text -> !text.isEmpty());
    }
}
