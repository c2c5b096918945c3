package org.sekisho.ejb.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.Tlp;

/** The content of a document: headings, paragraphs and tables, in one language after another. Everything put in is plain text. */
public final class PdfText {

    private static final int FIRST_LEVEL = 1;
    private static final int LAST_LEVEL = 3;
    /** Numbers and names of folders up to this length stay in one line. */
    private static final int SHORT = 20;

    private static final String SMALL = " font-family: \"Noto Sans JP\"; font-size: 8pt;";

    private final StringBuilder body = new StringBuilder();
    private final String title;
    private @Nullable Locale language;
    private String header = "";
    private String footer = "";
    private String stamp = "";
    private @Nullable Tlp label;
    private boolean begun;
    private boolean onNewPage;

    /** @param title of the document, for readers' title bars */
    public PdfText(String title) {
        this.title = title;
    }

    /** What stands at the head of every page. */
    public PdfText header(String text) {
        header = text;
        return this;
    }

    /** What stands at the foot of every page, beside its number. */
    public PdfText footer(String text) {
        footer = text;
        return this;
    }

    /** The label that stands at head and foot of every page, in the colours of TLP 2.0 on black, to the right. */
    public PdfText label(Tlp tlp) {
        label = tlp;
        return this;
    }

    /** What is printed large and pale across every page: that this isn't what it might be taken for. */
    public PdfText stamp(String text) {
        stamp = text;
        return this;
    }

    /** The next element stands on a new page. */
    public PdfText newPage() {
        onNewPage = true;
        return this;
    }

    /** Begins a part in a language; each but the first on a new page. */
    public PdfText part(Locale language) {
        if (this.language == null) {
            this.language = language;
        }
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

    /** A numbered paragraph, set off from its number. */
    public PdfText numbered(String label, String text) {
        return label.isEmpty() ? paragraph(text) : labelled("numbered", label, text);
    }

    /** A numbered item of a paragraph. */
    public PdfText item(String label, String text) {
        return labelled("item", label, text);
    }

    /** What whoever reads only one sentence should read. */
    public PdfText notice(String text) {
        return element("p", " class=\"notice\"", text);
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

    /** The language of the first part. */
    Optional<Locale> language() {
        return Optional.ofNullable(language);
    }

    /** As XHTML, for the renderer. */
    String xhtml(String style) {
        String foot = beside(label == null ? "top-right" : "top-left", header)
                + beside("bottom-left", footer)
                + (label == null ? numbered("bottom-right") : numbered("bottom-center") + labels());
        String across = stamp.isEmpty() ? "" : "<div class=\"stamp\">" + escaped(stamp) + "</div>\n";
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>" + escaped(title) + "</title><style>" + style
                + escaped(foot) + "</style></head><body>\n" + running() + across + body + (begun ? "</div>" : "")
                + "</body></html>";
    }

    private static String numbered(String corner) {
        return "\n@page { @" + corner + " { content: counter(page) \" / \" counter(pages);" + SMALL + " } }";
    }

    private static String labels() {
        return "\n@page { @top-right { content: element(tlp); } @bottom-right { content: element(tlp); } }";
    }

    /** The label as an element that the margins of every page show. */
    private String running() {
        return label == null
                ? ""
                : "<div class=\"tlp\"><span style=\"color: " + colour(label) + "\">" + escaped(label.label())
                        + "</span></div>\n";
    }

    /** As TLP 2.0 has them, section "TLP-colors". */
    private static String colour(Tlp label) {
        return switch (label) {
            case CLEAR -> "#ffffff";
            case GREEN -> "#33ff00";
            case AMBER, AMBER_STRICT -> "#ffc000";
            case RED -> "#ff2b2b";
        };
    }

    private static String beside(String corner, String text) {
        return text.isEmpty() ? "" : "\n@page { @" + corner + " { content: \"" + quoted(text) + "\";" + SMALL + " } }";
    }

    private PdfText labelled(String kind, String label, String text) {
        body.append("<p class=\"")
                .append(kind)
                .append("\"><span class=\"label\">")
                .append(escaped(label))
                .append("</span> ")
                .append(escaped(text))
                .append("</p>\n");
        return this;
    }

    private PdfText element(String name, String text) {
        String attributes = onNewPage ? " class=\"next\"" : "";
        onNewPage = false;
        return element(name, attributes, text);
    }

    private PdfText element(String name, String attributes, String text) {
        body.append('<')
                .append(name)
                .append(attributes)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    /** For a string of CSS. */
    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ");
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
