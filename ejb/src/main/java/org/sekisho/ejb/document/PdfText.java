package org.sekisho.ejb.document;

import java.util.List;
import java.util.Locale;

/** The content of a document: headings, paragraphs and tables, in one language after another. Everything put in is plain text. */
public final class PdfText {

    private static final int FIRST_LEVEL = 1;
    private static final int LAST_LEVEL = 3;
    /** Numbers and names of folders up to this length stay in one line. */
    private static final int SHORT = 20;

    private final StringBuilder body = new StringBuilder();
    private final String title;
    private boolean begun;

    /** @param title of the document, for readers' title bars */
    public PdfText(String title) {
        this.title = title;
    }

    /** Begins a part in a language; each but the first on a new page. */
    public PdfText part(Locale language) {
        if (begun) {
            body.append("</div>\n");
        }
        body.append("<div class=\"")
                .append(begun ? "part next" : "part")
                .append("\" lang=\"")
                .append(language.toLanguageTag())
                .append("\">\n");
        begun = true;
        return this;
    }

    /** @param level 1 for the highest, to 3 */
    public PdfText heading(int level, String text) {
        if (level < FIRST_LEVEL || level > LAST_LEVEL) {
            throw new IllegalArgumentException("Not a level of headings: " + level);
        }
        return element("h" + level, text);
    }

    public PdfText paragraph(String text) {
        return element("p", text);
    }

    /** What is copied and compared character by character: hashes, numbers. */
    public PdfText code(String text) {
        return element("pre", text);
    }

    /** Names with values beside them. */
    public PdfText facts(List<Fact> facts) {
        body.append("<table class=\"facts\">\n");
        facts.forEach(fact -> body.append("<tr><th>")
                .append(escaped(fact.name()))
                .append("</th><td>")
                .append(escaped(fact.value()))
                .append("</td></tr>\n"));
        body.append("</table>\n");
        return this;
    }

    /** A table; its header is repeated on each page. */
    public PdfText table(List<String> header, List<List<String>> rows) {
        body.append("<table><thead><tr>");
        header.forEach(cell -> body.append("<th>").append(escaped(cell)).append("</th>"));
        body.append("</tr></thead><tbody>\n");
        rows.forEach(row -> {
            body.append("<tr>");
            row.forEach(cell -> body.append(
                            cell.length() <= SHORT && cell.indexOf(' ') < 0 ? "<td class=\"whole\">" : "<td>")
                    .append(escaped(cell))
                    .append("</td>"));
            body.append("</tr>\n");
        });
        body.append("</tbody></table>\n");
        return this;
    }

    /** A name and its value. */
    public record Fact(String name, String value) {}

    String title() {
        return title;
    }

    /** As XHTML, for the renderer. */
    String xhtml(String style) {
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>" + escaped(title) + "</title><style>" + style
                + "</style></head><body>\n" + body + (begun ? "</div>" : "") + "</body></html>";
    }

    private PdfText element(String name, String text) {
        body.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    /** XML 1.0 has no place for control characters: they are left out. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\n', '\t' -> escaped.appendCodePoint(character);
                default -> {
                    if (character >= ' '
                            && Character.isDefined(character)
                            && !Character.isISOControl(character)
                            && Character.getType(character) != Character.SURROGATE) {
                        escaped.appendCodePoint(character);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
