package org.sekisho.web.report.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.sekisho.domain.report.disclosure.DisclosureCase.Contact;
import org.sekisho.domain.report.disclosure.DisclosureState;

/** The tone of a state, and of how things stand with somebody outside; the word always stands beside it. */
@Named
@ApplicationScoped
public class DisclosureTones {

    public String state(DisclosureState state) {
        return switch (state) {
            case PREPARED -> "chip-soon";
            case NOTIFIED, COORDINATED -> "chip-info";
            case PUBLISHED -> "chip-good";
            case WITHDRAWN -> "";
        };
    }

    /** The word for how things stand with somebody outside. */
    public String standing(Contact contact) {
        if (contact.answered().isPresent()) {
            return "disclosure-contact.answered";
        }
        return contact.told().isPresent() ? "disclosure-contact.told" : "disclosure-contact.untold";
    }

    public String contact(Contact contact) {
        if (contact.answered().isPresent()) {
            return "chip-good";
        }
        return contact.told().isPresent() ? "chip-info" : "";
    }
}
