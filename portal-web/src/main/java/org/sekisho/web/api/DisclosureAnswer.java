package org.sekisho.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.report.disclosure.DisclosureContent.Words;
import org.sekisho.domain.report.disclosure.DisclosureRow;
import org.sekisho.domain.report.disclosure.DisclosureStep;
import org.sekisho.domain.report.disclosure.DisclosureView;
import org.sekisho.domain.report.disclosure.NotifiedParty;

/** One disclosure case; developer and summary are missing where the caller may not know what it is about. */
public record DisclosureAnswer(
        DisclosureRow disclosure,
        Optional<String> developer,
        Optional<String> summary,
        List<DisclosureContact> contacts,
        List<DisclosureStepTaken> steps) {

    /** How things stand with somebody outside: when they were told first, and answered last. */
    public record DisclosureContact(NotifiedParty party, Optional<LocalDate> told, Optional<LocalDate> answered) {}

    /** Something that happened. */
    public record DisclosureStepTaken(
            DisclosureStep.Kind kind,
            Optional<NotifiedParty> party,
            Optional<LocalDate> day,
            Optional<String> person,
            Instant at,
            Optional<String> note) {}

    static DisclosureAnswer of(DisclosureView view) {
        return new DisclosureAnswer(
                view.row(),
                view.words().map(Words::developer),
                view.words().map(Words::summary),
                view.contacts().stream()
                        .map(each -> new DisclosureContact(each.party(), each.told(), each.answered()))
                        .toList(),
                view.steps().stream()
                        .map(each -> new DisclosureStepTaken(
                                each.kind(), each.party(), each.day(), each.person(), each.at(), each.note()))
                        .toList());
    }
}
