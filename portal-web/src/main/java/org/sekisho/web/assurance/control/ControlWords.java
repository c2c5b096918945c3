package org.sekisho.web.assurance.control;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sekisho.domain.assurance.control.CatalogueState;
import org.sekisho.domain.assurance.control.Control;
import org.sekisho.domain.assurance.control.ControlChange;
import org.sekisho.domain.assurance.control.Mapping;
import org.sekisho.domain.assurance.control.Wording;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.web.shared.Me;
import org.sekisho.web.shared.Say;

/** What catalogues say, in the reader's language where they have it. */
@Named
@RequestScoped
public class ControlWords {

    @Inject
    private Say say;

    @Inject
    private Me me;

    /** The places in one guideline that a control is mapped to. */
    public record Guideline(String name, String references) {}

    public String of(Wording wording) {
        return wording.in(ReadingLanguage.ofTag(me.getLanguage()).orElse(ReadingLanguage.EN));
    }

    /** A control by its number and title. */
    public String one(Control control) {
        return say.text("controls.one", Map.of("id", control.id(), "title", of(control.title())));
    }

    /** Numbers of controls in one line. */
    public String ids(Collection<String> ids) {
        return String.join(comma(), ids);
    }

    private String comma() {
        return say.getComma();
    }

    /** A guideline by its name where it is known here, else by the token that the catalogue has for it. */
    public String scheme(String scheme) {
        return say.find("controls.scheme." + scheme).orElse(scheme);
    }

    public List<Guideline> guidelines(Control control) {
        Map<String, List<String>> references = control.mappings().stream()
                .collect(Collectors.groupingBy(
                        Mapping::scheme, TreeMap::new, Collectors.mapping(Mapping::reference, Collectors.toList())));
        List<Guideline> guidelines = new ArrayList<>();
        references.forEach(
                (scheme, places) -> guidelines.add(new Guideline(scheme(scheme), String.join(comma(), places))));
        return guidelines;
    }

    public String sections(Control control) {
        return say.all("evidence-section", control.sections());
    }

    /** The title of a control that was changed, as it is now, or as it was before it was taken out. */
    public String title(ControlChange change) {
        return change.now()
                .or(change::before)
                .map(control -> of(control.title()))
                .orElse("");
    }

    public String tone(CatalogueState state) {
        return switch (state) {
            case DRAFT -> "chip-info";
            case PUBLISHED -> "chip-good";
            case WITHDRAWN -> "";
        };
    }
}
