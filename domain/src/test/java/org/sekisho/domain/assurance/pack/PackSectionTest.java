package org.sekisho.domain.assurance.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.Audit;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.assurance.evidence.CheckedContent;
import org.sekisho.domain.shared.Subject;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonString;

class PackSectionTest {

    private final Kept sink = new Kept();

    @Test
    void jsonIsCanonicalAndEndsInALineFeed() {
        sink.json("a.json", JsonObject.builder().put("z", 1).put("a", "研修").build());
        assertEquals("{\"a\":\"研修\",\"z\":1}\n", sink.documents.get("a.json"));
    }

    @Test
    void eachRowIsALine() {
        sink.jsonLines("a.jsonl", rows -> {
            rows.accept(new JsonString("one"));
            rows.accept(new JsonString("two"));
        });
        assertEquals("\"one\"\n\"two\"\n", sink.documents.get("a.jsonl"));
    }

    @Test
    void tableHasAByteOrderMarkAHeaderAndNoFormula() {
        sink.csv("a.csv", List.of("name", "note"), rows -> rows.accept(Arrays.asList("=1+1", null)));
        assertEquals("\ufeffname,note\r\n\"'=1+1\",\r\n", sink.documents.get("a.csv"));
    }

    @Test
    void failureToWriteIsNotLost() {
        PackSection.Sink full = new Kept() {
            @Override
            public void document(String name, PackSection.Document document) {
                OutputStream none = new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space");
                    }
                };
                try {
                    document.writeTo(none);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        assertThrows(UncheckedIOException.class, () -> full.json("a.json", new JsonString("a")));
    }

    @Test
    void scopeIsThatOfTheEngagement() {
        PackScope scope =
                PackScope.of(Audit.in(EngagementState.FIELDWORK), Set.of(SensitiveMatter.CREDENTIALS), Audit.NOVEMBER);
        assertEquals(Audit.SECTIONS, scope.sections());
        assertEquals(Audit.PERIOD, scope.period());
        assertEquals(Audit.BANK, scope.responsibleParty());
        assertEquals(Set.of(SensitiveMatter.CREDENTIALS), scope.masked());
        assertEquals(true, scope.holds(EvidenceSection.GRANTS));
        assertEquals(false, scope.holds(EvidenceSection.FREEZES));
    }

    private static class Kept implements PackSection.Sink {

        private final Map<String, String> documents = new LinkedHashMap<>();

        @Override
        public void document(String name, PackSection.Document document) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                document.writeTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            documents.put(name, out.toString(StandardCharsets.UTF_8));
        }

        @Override
        public void file(String name, CheckedContent content, Subject source, Tlp label) {
            throw new UnsupportedOperationException("No files in this test");
        }
    }
}
