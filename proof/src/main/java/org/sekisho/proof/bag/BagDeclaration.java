package org.sekisho.proof.bag;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The bag declaration, bagit.txt (RFC 8493, section 2.1.1): two lines, and nothing may be added to them. */
public final class BagDeclaration {

    public static final String PATH = "bagit.txt";

    /** The whole file. */
    public static final String TEXT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private static final Pattern VERSION = Pattern.compile("BagIt-Version: \\d{1,9}\\.\\d{1,9}");
    private static final Pattern ENCODING = Pattern.compile("Tag-File-Character-Encoding: \\S+");

    private BagDeclaration() {}

    static void check(InputStream content) throws IOException {
        List<String> lines = new ArrayList<>();
        TagFile.read(content, PATH, line -> {
            if (lines.size() == 2) {
                throw new BagException(BagProblem.TAG_FILE_MALFORMED, PATH);
            }
            lines.add(line);
        });
        if (lines.size() != 2
                || !VERSION.matcher(lines.get(0)).matches()
                || !ENCODING.matcher(lines.get(1)).matches()) {
            throw new BagException(BagProblem.TAG_FILE_MALFORMED, PATH);
        }
        if (!lines.get(0).endsWith(" 1.0") || !lines.get(1).endsWith(" UTF-8")) {
            throw new BagException(BagProblem.UNSUPPORTED, PATH);
        }
    }
}
