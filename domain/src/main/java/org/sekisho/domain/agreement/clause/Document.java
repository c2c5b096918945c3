package org.sekisho.domain.agreement.clause;

import java.util.List;
import java.util.Optional;
import org.sekisho.proof.json.JsonObject;

/**
 * The text of an agreement in one language, as structure without any markup: pages and PDF render it, and its JSON is part of
 * what is signed.
 *
 * @param reference number and version, as they stand under the title
 * @param title what kind of document this is
 * @param subject the agreement's own title
 * @param preamble what stands before the articles
 * @param parties the parties and what the document calls them
 * @param closing what stands behind the articles, before the signatures
 */
public record Document(
        Language language,
        String reference,
        String title,
        String subject,
        String preamble,
        Table parties,
        List<Article> articles,
        String closing) {

    /**
     * One article.
     *
     * @param key the same in all versions and languages: {@code scope}, {@code confidentiality}
     * @param label {@code Article 2}, 第2条
     */
    public record Article(String key, String label, String heading, List<Paragraph> paragraphs) {
        public Article {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /**
     * One paragraph, with items or a table under it.
     *
     * @param label its number, empty where the article has only one paragraph
     */
    public record Paragraph(String label, String text, List<Item> items, Optional<Table> table) {
        public Paragraph {
            items = List.copyOf(items);
        }
    }

    /** One numbered item of a paragraph. */
    public record Item(String label, String text) {}

    /** A table; every row has as many cells as there are columns. */
    public record Table(List<String> columns, List<List<String>> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    public Document {
        articles = List.copyOf(articles);
    }

    /** The whole text as JSON, for the content that is signed. */
    public JsonObject toJson() {
        return new JsonObject(RecordJson.members(this));
    }

    /** The text back from its JSON. */
    public static Document fromJson(JsonObject json) {
        return RecordJson.read(Document.class, json);
    }
}
