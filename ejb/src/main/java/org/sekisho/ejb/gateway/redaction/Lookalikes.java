package org.sekisho.ejb.gateway.redaction;

import com.ibm.icu.text.SpoofChecker;

/** Letters that look like Latin ones, by the confusables of Unicode (UTS #39), and characters that nobody sees. */
final class Lookalikes {

    /** The scripts whose letters are used for it: Latin extensions, Greek, Cyrillic, Armenian, Cherokee, and their extensions. */
    private static final int[][] BLOCKS = {
        {0x00c0, 0x02af},
        {0x0370, 0x058f},
        {0x13a0, 0x13ff},
        {0x1c80, 0x1c8f},
        {0x2c60, 0x2c7f},
        {0xa640, 0xa69f},
        {0xab70, 0xabbf}
    };

    private static final char[] LATIN = table();

    private Lookalikes() {}

    private static char[] table() {
        SpoofChecker checker =
                new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
        char[] table = new char[0x10000];
        for (int[] block : BLOCKS) {
            for (int c = block[0]; c <= block[1]; c++) {
                String skeleton = checker.getSkeleton(String.valueOf((char) c));
                if (skeleton.length() == 1 && isLatin(skeleton.charAt(0))) {
                    table[c] = skeleton.charAt(0);
                }
            }
        }
        return table;
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** The Latin letter that it looks like, or itself. */
    static char latin(char c) {
        char latin = LATIN[c];
        return latin == 0 ? c : latin;
    }

    /** Zero-width characters, controls of direction, tag characters, selectors of variants, soft hyphens. */
    static boolean isHidden(int point) {
        return point >= 0x200b && point <= 0x200f
                || point >= 0x202a && point <= 0x202e
                || point >= 0x2060 && point <= 0x206f
                || point >= 0xfe00 && point <= 0xfe0f
                || point == 0x00ad
                || point == 0x034f
                || point == 0x061c
                || point == 0x115f
                || point == 0x1160
                || point >= 0x180b && point <= 0x180f
                || point == 0x3164
                || point == 0xfeff
                || point == 0xffa0
                || point >= 0xfff9 && point <= 0xfffb
                || isTag(point)
                || point >= 0xe0100 && point <= 0xe01ef;
    }

    /** Invisible copies of ASCII, in which a whole text can be hidden. */
    static boolean isTag(int point) {
        return point >= 0xe0000 && point <= 0xe007f;
    }
}
