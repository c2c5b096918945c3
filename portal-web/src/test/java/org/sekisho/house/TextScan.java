package org.sekisho.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds text that people would read, in whatever language, where only keys of bundles should stand. */
final class TextScan {

    /** The product's name, what languages and keys call themselves, and names of things. They are the same in every language. */
    private static final Set<String> SAME_EVERYWHERE =
            Set.of("SEKISHO", "EN", "日本語", "English", "Enter", "SHA-256", "sha256", "Mac OS X", "Noto Sans JP");

    private static final Pattern LITERAL_OR_COMMENT = Pattern.compile(
            "\"\"\"[\\s\\S]*?\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'(?:[^'\\\\\\n]|\\\\.)+'|//[^\\n]*|/\\*[\\s\\S]*?\\*/");
    private static final Pattern SENTENCE =
            Pattern.compile("^\\W*[A-Z][a-z’']*(?:,? [\\w{}’'%-]+)+.*|.*[a-z]{2} [a-z]+[.!?]$");

    /** What only developers and logs read, and what a compiler does. */
    private static final Pattern NOT_FOR_PEOPLE = Pattern.compile(
            "\\bthrow\\b|Exception\\(|Error\\(|Refusal\\(|super\\(|requireNonNull\\(|\\bLOG\\b|\\bLog\\.|@SuppressWarnings");

    private static final Pattern COMMENT_IN_PAGE = Pattern.compile("<!--[\\s\\S]*?-->");
    private static final Pattern EXPRESSION = Pattern.compile("#\\{(?:[^}'\"]|'[^']*')*\\}");
    private static final Pattern READ_ATTRIBUTE = Pattern.compile(
            "\\s(?:title|alt|placeholder|aria-label|aria-description|label|itemLabel|summary|hint|why|search)=\"([^\"]*)\"");
    private static final Pattern BUTTON_VALUE = Pattern.compile(
            "<(?:input\\b(?=[^>]*\\stype=\"(?:submit|button|reset)\")|h:command\\w+)[^>]*?\\svalue=\"([^\"]*)\"");
    private static final Pattern TEXT_IN_EXPRESSION = Pattern.compile("'([^']*)'");
    private static final Pattern WORDS = Pattern.compile("[A-Za-z] [A-Za-z]|[\\u3040-\\u9fff]");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern WORD = Pattern.compile("[A-Za-z\\u3040-\\u9fff]{2,}");

    private TextScan() {}

    /** Sentences in string literals of a class, each with the number of its line. */
    static List<String> inClass(String source) {
        List<String> found = new ArrayList<>();
        Matcher literal = LITERAL_OR_COMMENT.matcher(source);
        while (literal.find()) {
            String text = literal.group(1);
            if (text != null
                    && SENTENCE.matcher(text).matches()
                    && !SAME_EVERYWHERE.contains(text.strip())
                    && !NOT_FOR_PEOPLE
                            .matcher(statement(source, literal.start()))
                            .find()) {
                found.add(line(source, literal.start()) + ": " + text);
            }
        }
        return found;
    }

    /** Words between tags of a page, in attributes that are read, and in expressions. */
    static List<String> inPage(String source) {
        String page = COMMENT_IN_PAGE.matcher(source).replaceAll("");
        List<String> found = new ArrayList<>();
        Matcher expression = EXPRESSION.matcher(page);
        while (expression.find()) {
            TEXT_IN_EXPRESSION
                    .matcher(expression.group())
                    .results()
                    .map(text -> text.group(1))
                    .filter(text -> WORDS.matcher(text).find())
                    .forEach(text -> collect(text, found));
        }
        String plain = EXPRESSION.matcher(page).replaceAll("");
        for (Pattern attribute : List.of(READ_ATTRIBUTE, BUTTON_VALUE)) {
            Matcher value = attribute.matcher(plain);
            while (value.find()) {
                collect(value.group(1), found);
            }
        }
        for (String text : TAG.split(plain)) {
            collect(text, found);
        }
        return found;
    }

    private static void collect(String text, List<String> found) {
        if (WORD.matcher(text).find() && !SAME_EVERYWHERE.contains(text.strip())) {
            found.add(text.strip());
        }
    }

    /** What stands before a place, back to the beginning of its statement. */
    private static String statement(String source, int at) {
        int begin = Math.max(source.lastIndexOf(';', at), source.lastIndexOf('{', at));
        return source.substring(begin + 1, at);
    }

    private static long line(String source, int at) {
        return source.substring(0, at).chars().filter(each -> each == '\n').count() + 1;
    }
}
