package org.sekisho.ejb.report.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportContent.Component;
import org.sekisho.domain.report.ReportContent.Location;
import org.sekisho.domain.report.release.Rendering;
import org.sekisho.ejb.document.PdfDocument;
import org.sekisho.ejb.document.PdfText;
import org.sekisho.ejb.document.PdfText.Fact;
import org.sekisho.ejb.shared.Phrases;

/** A rendering as a document to read: the label at head and foot of every page, with for whom and when it was made. */
final class RenderedPdf {

    private static final List<String> BUNDLES =
            List.of("org.sekisho.ejb.text.document", "org.sekisho.domain.agreement.clause.document");

    private final Rendering rendering;
    private final Phrases words;

    /** @param language of headings; what was written stays as it is */
    RenderedPdf(Rendering rendering, ReadingLanguage language) {
        this.rendering = rendering;
        this.words = Phrases.of(BUNDLES, language.locale(), RenderedPdf.class.getClassLoader());
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PdfDocument.write(text(), rendering.madeAt(), out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return out.toByteArray();
    }

    private PdfText text() {
        ReportContent content = rendering.content();
        PdfText text = new PdfText(rendering.reference())
                .label(rendering.label())
                .footer(words.text(
                        "document.release.mark",
                        Map.of(
                                "recipient",
                                rendering.addressee(),
                                "time",
                                rendering.madeAt().toString())))
                .part(words.locale())
                .heading(1, content.title())
                .facts(facts());
        section(text, "text", content.text());
        section(text, "impact", content.impact());
        section(text, "remedy", content.remedy());
        list(
                text,
                "components",
                content.components().stream().map(RenderedPdf::component).toList());
        list(
                text,
                "locations",
                content.locations().stream().map(RenderedPdf::location).toList());
        if (!content.evidence().isEmpty()) {
            text.heading(2, words.text("document.release.evidence"));
            content.evidence().forEach(each -> text.heading(3, each.heading()).code(each.shown()));
        }
        list(text, "references", content.references());
        return text;
    }

    private List<Fact> facts() {
        ReportContent content = rendering.content();
        List<Fact> facts = new ArrayList<>();
        facts.add(fact("reference", rendering.reference()));
        rendering.source().ifPresent(source -> facts.add(fact("source", source)));
        facts.add(fact("recipient", rendering.recipient()));
        add(facts, "people", rendering.people());
        facts.add(fact("label", rendering.label().label()));
        facts.add(fact("made", rendering.madeAt().toString()));
        add(facts, "identifiers", content.identifiers());
        add(facts, "weaknesses", content.weaknesses());
        add(facts, "vectors", content.vectors());
        add(
                facts,
                "masked",
                rendering.masked().stream()
                        .sorted()
                        .map(each -> words.text("sensitiveMatter." + each.name()))
                        .toList());
        return facts;
    }

    private void add(List<Fact> facts, String key, List<String> values) {
        if (!values.isEmpty()) {
            facts.add(fact(key, values.stream().collect(Collectors.joining(words.text("document.separator")))));
        }
    }

    private Fact fact(String key, String value) {
        return new Fact(words.text("document.release." + key), value);
    }

    private void section(PdfText text, String key, String value) {
        if (!value.isEmpty()) {
            text.heading(2, words.text("document.release." + key)).paragraph(value);
        }
    }

    private void list(PdfText text, String key, List<String> values) {
        if (!values.isEmpty()) {
            text.heading(2, words.text("document.release." + key));
            values.forEach(text::paragraph);
        }
    }

    private static String component(Component component) {
        return (component.name() + " " + component.version() + " " + component.identifier()).strip();
    }

    private static String location(Location location) {
        String line = location.line() > 0 ? ":" + location.line() : "";
        return (location.address() + line + " " + location.name()).strip();
    }
}
