package org.sekisho.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.agreement.access.Phrase;
import org.sekisho.web.shared.Me;

/** Turns what the access policy found, and what would restore it, into sentences of the reader's language. */
@Named("reasonWords")
@RequestScoped
public class ReasonWords {

    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("request-grant", "/agreement?tab=people&id="),
            Map.entry("approve-grant", "/agreement?tab=people&id="),
            Map.entry("check-grant", "/agreement?tab=people&id="),
            Map.entry("renew-grant", "/agreement?tab=people&id="),
            Map.entry("attest-environment", "/agreement?tab=environments&id="),
            Map.entry("approve-attestation", "/agreement?tab=environments&id="),
            Map.entry("open-next-phase", "/agreement?tab=phases&id="),
            Map.entry("record-training", "/trainings?agreement="),
            Map.entry("sign", "/sign?agreement="));
    private static final Map<String, String> GENERAL_PLACES = Map.of(
            "approve-playbook", "/playbooks",
            "review-playbook", "/playbooks",
            "record-exercise", "/playbooks",
            "close-audit", "/audits",
            "close-corrective-action", "/audits",
            "lift-freeze", "/freezes",
            "lift-freeze-of-all", "/freezes",
            "second-lift", "/freezes");

    /** Who may open those of them that not everyone may. */
    private static final Map<String, String> NEEDED =
            Map.of("/playbooks", "playbook:read", "/audits", "audit:read", "/freezes", "freeze:read");

    @Inject
    private Me me;

    /** The sentence. */
    public String of(Phrase phrase) {
        return PhraseWords.of(phrase, me.getLocale());
    }

    /** Several sentences, one after the other. */
    public String all(List<Phrase> phrases) {
        return PhraseWords.all(phrases, me.getLocale());
    }

    /** Where the remedy is found; empty where no page is its place. */
    public String place(Phrase remedy, UUID agreement) {
        String about = PLACES.get(remedy.code());
        if (about != null) {
            return about + agreement;
        }
        String place = GENERAL_PLACES.getOrDefault(remedy.code(), "");
        String needed = NEEDED.get(place);
        return needed == null || me.can(needed) ? place : "";
    }
}
