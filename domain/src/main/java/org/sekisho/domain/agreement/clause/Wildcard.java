package org.sekisho.domain.agreement.clause;

/** Patterns in which an asterisk stands for any run of characters, the empty one included. */
final class Wildcard {

    private Wildcard() {}

    /**
     * Whether the text matches. Only the last asterisk passed is ever gone back to, so that no pattern takes more than
     * {@code pattern × text} steps.
     */
    static boolean matches(String pattern, String text) {
        int at = 0;
        int in = 0;
        int asterisk = -1;
        int retry = 0;
        while (in < text.length()) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                asterisk = at++;
                retry = in;
            } else if (at < pattern.length() && pattern.charAt(at) == text.charAt(in)) {
                at++;
                in++;
            } else if (asterisk >= 0) {
                at = asterisk + 1;
                in = ++retry;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
        }
        return at == pattern.length();
    }
}
