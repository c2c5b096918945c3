package org.sekisho.ejb.gateway.redaction;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;
import org.sekisho.domain.agreement.clause.SensitiveMatter;

/**
 * One rule of the published set.
 *
 * @param near where in a text it is tried
 * @param expression what it looks for there
 * @param group which group of the expression is the passage; 0 for all of it
 * @param except passages that are left alone, in lower case
 * @param examples what it finds: each has the passage in double angle quotation marks
 * @param innocent what it doesn't find
 */
record Rule(
        String id,
        SensitiveMatter matter,
        Near near,
        Pattern expression,
        int group,
        Check check,
        Set<String> except,
        List<String> examples,
        List<String> innocent) {

    /**
     * Where a rule is tried.
     *
     * @param keywords near one of these, in upper or lower case
     * @param digits near runs of so many digits instead; 0 where it goes by keywords
     * @param before how many characters before a keyword a match begins at most
     * @param after how many characters behind a keyword's end a match ends at most
     * @param anchored whether a match begins with the keyword, and what begins so and is no match shows that early
     * @param sign characters without which nothing matches; may be empty
     * @param least how many of them there have to be
     */
    record Near(List<String> keywords, int digits, int before, int after, boolean anchored, String sign, int least) {

        Near {
            keywords = List.copyOf(keywords);
        }

        /** Whether there are enough signs of a match between two places. */
        boolean hasSigns(String text, int from, int to) {
            int count = sign.isEmpty() ? least : 0;
            for (int i = from; i < to && count < least; i++) {
                if (sign.indexOf(text.charAt(i)) >= 0) {
                    count++;
                }
            }
            return count >= least;
        }
    }

    Rule {
        except = Set.copyOf(except);
        examples = List.copyOf(examples);
        innocent = List.copyOf(innocent);
    }
}
