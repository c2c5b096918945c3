package org.sekisho.proof.bag;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The metadata of a bag, bag-info.txt (RFC 8493, section 2.2.2).
 *
 * @param fields in the order of the file; a label may stand more than once
 */
public record BagInfo(List<Field> fields) {

    public static final String PATH = "bag-info.txt";

    /** "Octets.Files" of the payload; stands at most once. */
    public static final String PAYLOAD_OXUM = "Payload-Oxum";

    public BagInfo {
        fields = List.copyOf(fields);
    }

    /**
     * One line.
     *
     * @param label without colon and line break, compared without regard to case
     * @param value in one line
     */
    public record Field(String label, String value) {
        public Field {
            boolean sound = !label.isBlank()
                    && label.equals(label.strip())
                    && label.indexOf(':') < 0
                    && (label + value).codePoints().noneMatch(Character::isISOControl);
            if (!sound) {
                throw new IllegalArgumentException("A field of bag-info.txt has a label and stands in one line");
            }
        }
    }

    /** The same with one more field at the end. */
    public BagInfo with(String label, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(label, value));
        return new BagInfo(more);
    }

    /** The first value of that label. */
    public Optional<String> find(String label) {
        return fields.stream()
                .filter(field -> field.label().equalsIgnoreCase(label))
                .map(Field::value)
                .findFirst();
    }

    /** The whole file. */
    public String text() {
        StringBuilder text = new StringBuilder();
        fields.forEach(field ->
                text.append(field.label()).append(": ").append(field.value()).append('\n'));
        return text.toString();
    }

    static BagInfo read(InputStream content) throws IOException {
        List<Field> fields = new ArrayList<>();
        TagFile.read(content, PATH, line -> {
            if (line.startsWith(" ") || line.startsWith("\t")) {
                fields.add(continued(fields, line));
            } else {
                fields.add(field(line));
            }
        });
        BagInfo info = new BagInfo(fields);
        if (fields.stream()
                        .filter(field -> field.label().equalsIgnoreCase(PAYLOAD_OXUM))
                        .count()
                > 1) {
            throw malformed();
        }
        return info;
    }

    /** A line that begins with white space goes on with the value before it. */
    private static Field continued(List<Field> fields, String line) throws BagException {
        if (fields.isEmpty()) {
            throw malformed();
        }
        Field begun = fields.remove(fields.size() - 1);
        return newField(begun.label(), begun.value() + " " + line.strip());
    }

    private static Field field(String line) throws BagException {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw malformed();
        }
        return newField(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    private static Field newField(String label, String value) throws BagException {
        try {
            return new Field(label, value);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static BagException malformed() {
        return new BagException(BagProblem.TAG_FILE_MALFORMED, PATH);
    }
}
