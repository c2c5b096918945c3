package org.sekisho.domain.agreement.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.agreement.clause.Document.Article;
import org.sekisho.domain.agreement.clause.Document.Item;
import org.sekisho.domain.agreement.clause.Document.Paragraph;
import org.sekisho.domain.agreement.clause.Document.Table;

/** An article while it is written: collects paragraphs, and numbers them at the end. */
final class ArticleDraft {

    private record Part(String text, List<String> items, Optional<Table> table) {}

    private final Drafting drafting;
    private final String key;
    private final int number;
    private final List<Part> parts = new ArrayList<>();

    ArticleDraft(Drafting drafting, String key, int number) {
        this.drafting = drafting;
        this.key = key;
        this.number = number;
    }

    Drafting drafting() {
        return drafting;
    }

    /** A paragraph from the bundle; the key continues the article's. */
    ArticleDraft say(String sentence, String... values) {
        return text(drafting.sentence(key + "." + sentence, values));
    }

    /** A paragraph in words that the parties chose. */
    ArticleDraft text(String text) {
        parts.add(new Part(text, List.of(), Optional.empty()));
        return this;
    }

    /** A paragraph with numbered items. */
    ArticleDraft items(List<String> items, String sentence, String... values) {
        parts.add(new Part(drafting.sentence(key + "." + sentence, values), items, Optional.empty()));
        return this;
    }

    /** A paragraph with a table, whose columns the bundle names. */
    ArticleDraft table(List<List<String>> rows, String sentence, String columns) {
        Table table = new Table(columns(drafting, key + "." + columns), rows);
        parts.add(new Part(drafting.sentence(key + "." + sentence), List.of(), Optional.of(table)));
        return this;
    }

    static List<String> columns(Drafting drafting, String key) {
        return List.of(drafting.sentence(key + ".columns").split("\\|"));
    }

    Article build() {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (Part part : parts) {
            String label = parts.size() == 1 ? "" : label("paragraph", paragraphs.size() + 1);
            paragraphs.add(new Paragraph(label, part.text(), items(part.items()), part.table()));
        }
        return new Article(key, drafting.article(number), drafting.sentence(key + ".heading"), paragraphs);
    }

    private List<Item> items(List<String> texts) {
        List<Item> items = new ArrayList<>();
        for (String text : texts) {
            items.add(new Item(label("item", items.size() + 1), text));
        }
        return items;
    }

    private String label(String what, int count) {
        return drafting.sentence(what + ".label", "number", Integer.toString(count));
    }
}
