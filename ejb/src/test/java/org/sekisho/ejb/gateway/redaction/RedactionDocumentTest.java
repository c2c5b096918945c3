package org.sekisho.ejb.gateway.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RedactionDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "redaction.md");
    private static final String TABLE = "| rule | matter | finds, for example |\n|---|---|---|\n";

    /** Writes the list anew: {@code mvn -pl ejb -am test -Dtest=RedactionDocumentTest -Dredaction.write=true}. */
    private static final boolean WRITE = Boolean.getBoolean("redaction.write");

    @Test
    void theDocumentListsTheRules() throws IOException {
        String text = Files.readString(DOCUMENT);
        String before = text.substring(0, text.indexOf(TABLE) + TABLE.length());
        if (WRITE) {
            Files.writeString(DOCUMENT, before + rows());
        }
        assertEquals(before + rows(), Files.readString(DOCUMENT));
    }

    private static String rows() {
        StringBuilder rows = new StringBuilder();
        for (Rule rule : RuleFile.published()) {
            String example = rule.examples().get(0);
            rows.append("| ")
                    .append(rule.id())
                    .append(" | ")
                    .append(rule.matter())
                    .append(" | ")
                    .append(example.replace("\n", " ").replace("|", "\\|").replace("$", "\\$"))
                    .append(" |\n");
        }
        return rows.toString();
    }
}
