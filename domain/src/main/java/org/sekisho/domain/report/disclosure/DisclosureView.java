package org.sekisho.domain.report.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.report.disclosure.DisclosureCase.Contact;

/**
 * One disclosure case as its page shows it.
 *
 * @param words what it is about; empty where the reader may not know
 * @param contacts how things stand with each of those outside
 */
public record DisclosureView(
        DisclosureRow row, Optional<DisclosureContent.Words> words, List<Contact> contacts, List<Step> steps, May may) {

    /**
     * Something that happened.
     *
     * @param note empty where nothing was said, or the reader may not know
     */
    public record Step(
            DisclosureStep.Kind kind,
            Optional<NotifiedParty> party,
            Optional<LocalDate> day,
            Optional<String> person,
            Instant at,
            Optional<String> note) {}

    /**
     * What the reader may do now.
     *
     * @param work tell somebody, keep answers and numbers, set the day, give it up
     */
    public record May(boolean work, boolean publish, boolean show) {}

    public DisclosureView {
        contacts = List.copyOf(contacts);
        steps = List.copyOf(steps);
    }
}
