package org.sekisho.ejb.gateway.redaction;

/** What an expression can't say about a match. */
enum Check {
    NONE {
        @Override
        boolean passes(CharSequence text, int from, int to) {
            return true;
        }
    },
    /** An address of four numbers isn't the middle of a longer row of numbers. */
    ADDRESS {
        @Override
        boolean passes(CharSequence text, int from, int to) {
            boolean longer = to + 1 < text.length() && text.charAt(to) == '.' && isDigit(text.charAt(to + 1));
            return !longer && (from == 0 || text.charAt(from - 1) != '.');
        }
    },
    /** Groups with colons are an address when a digit is among them, and nothing of a word or number goes on beside them. */
    GROUPS {
        @Override
        boolean passes(CharSequence text, int from, int to) {
            boolean digit = false;
            for (int i = from; i < to; i++) {
                digit |= isDigit(text.charAt(i));
            }
            boolean alone = from == 0 || !isWord(text.charAt(from - 1));
            return digit && alone && (to == text.length() || !isWord(text.charAt(to)));
        }
    },
    /** A name of a host isn't the beginning of a longer dotted name, as packages of programs are. */
    NAME {
        @Override
        boolean passes(CharSequence text, int from, int to) {
            boolean longer =
                    to + 1 < text.length() && text.charAt(to) == '.' && Character.isLetter(text.charAt(to + 1));
            return !longer && (from == 0 || text.charAt(from - 1) != '.');
        }
    },
    /** The check digit of card numbers (ISO/IEC 7812-1). */
    LUHN {
        @Override
        boolean passes(CharSequence text, int from, int to) {
            int sum = 0;
            boolean twice = false;
            for (int i = to - 1; i >= from; i--) {
                if (isDigit(text.charAt(i))) {
                    int digit = text.charAt(i) - '0';
                    sum += twice ? digit * 2 / 10 + digit * 2 % 10 : digit;
                    twice = !twice;
                }
            }
            return sum > 0 && sum % 10 == 0;
        }
    };

    /** @param from where the match begins in the normalised text, and {@code to} where it ends */
    abstract boolean passes(CharSequence text, int from, int to);

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return c == ':' || c == '_' || isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
