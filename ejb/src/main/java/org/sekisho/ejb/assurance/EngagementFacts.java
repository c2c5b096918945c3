package org.sekisho.ejb.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementRow;
import org.sekisho.domain.assurance.engagement.EngagementTerms;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.ejb.document.PdfText.Fact;
import org.sekisho.ejb.shared.Phrases;

/** What an engagement is about, as documents say it. */
@ApplicationScoped
class EngagementFacts {

    @Inject
    private Organisations organisations;

    List<Fact> of(Phrases words, Engagement engagement, EngagementRow row) {
        EngagementTerms terms = engagement.terms();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(words, "number", engagement.number()));
        row.agreementNumber().ifPresent(number -> facts.add(fact(words, "agreement", number)));
        facts.add(fact(words, "audited", name(words, terms.responsibleParty())));
        facts.add(fact(
                words, "firm", engagement.firm().map(firm -> name(words, firm)).orElse("")));
        facts.add(fact(
                words,
                "standard",
                words.text("document.standard." + terms.standard().name())));
        facts.add(fact(
                words, "level", words.text("document.level." + terms.level().name())));
        facts.add(fact(words, "criteria", terms.criteria()));
        facts.add(fact(words, "users", terms.intendedUsers()));
        facts.add(fact(
                words,
                "period",
                words.text(
                        "document.summary.period-value",
                        Map.of(
                                "first", day(words, terms.period().first()),
                                "last", day(words, terms.period().last())))));
        facts.add(fact(
                words,
                "sections",
                String.join(
                        words.text("document.separator"),
                        terms.sections().stream()
                                .map(section -> words.text("document.section." + section.name()))
                                .toList())));
        return facts;
    }

    private static Fact fact(Phrases words, String key, String value) {
        return new Fact(words.text("document.summary." + key), value);
    }

    private String name(Phrases words, UUID organisation) {
        return organisations
                .find(organisation)
                .map(found -> "ja".equals(words.locale().getLanguage())
                        ? found.name().ja()
                        : found.name().en())
                .orElse("");
    }

    /** A day as documents write it. */
    static String day(Phrases words, LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(words.text("document.day"), words.locale()));
    }
}
