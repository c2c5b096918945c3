package org.sekisho.ejb.report.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.report.decision.Completeness;
import org.sekisho.domain.report.decision.DecisionError;
import org.sekisho.domain.report.decision.DecisionTable;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.decision.RowTests;
import org.sekisho.domain.report.decision.TableLine;
import org.sekisho.domain.report.decision.TableLines;
import org.sekisho.domain.report.decision.Worsening;
import org.sekisho.domain.shared.CsvLine;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.SharedData;

class TableFileTest {

    @Test
    void everyRowOfThePublishedTablesGivesItsOutcome() throws IOException {
        int rows = 0;
        try (Stream<Path> files = Files.list(SharedData.require("ssvc"))) {
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                DecisionTable table = read(new String(bytes, StandardCharsets.UTF_8));
                assertEquals(new Completeness(List.of(), 0, List.of(), 0), table.completeness(), file.toString());
                assertEquals(List.of(), Worsening.of(table), file.toString());
                for (TableLine line : TableFile.lines(bytes).stream().skip(1).toList()) {
                    Evaluation answer = table.evaluate(given(table, line));
                    assertEquals(line.cells().get(line.cells().size() - 1), answer.outcome(), line::toString);
                    assertEquals(line.cells().get(0), String.valueOf(answer.row()));
                    rows++;
                }
                assertTrue(RowTests.of(table).stream().allMatch(RowTests.Result::passed), file.toString());
            }
        }
        assertTrue(rows >= 208, "rows found: " + rows);
    }

    private static Map<String, String> given(DecisionTable table, TableLine line) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int place = 0; place < table.inputs().size(); place++) {
            given.put(table.inputs().get(place).key(), line.cells().get(place + 1));
        }
        return given;
    }

    @Test
    void theOrderOfOutcomesFollowsFromTheRowsAndNotFromTheirFirstAppearance() throws IOException {
        Path file = SharedData.require("ssvc").resolve("cisa_bod_26_04_1_0_0.csv");
        assertEquals(
                List.of("fix on system upgrade", "60 days", "14 days", "3 days", "3 days & forensic investigation"),
                read(Files.readString(file)).outcome().keys());
    }

    @Test
    void aTableIsWrittenAsItIsRead() {
        DecisionTable table = read("row,\"Public, or not\",Outcome\n0,no,\"wait, look\"\n1,yes,act\n");
        assertEquals("Public, or not", table.inputs().get(0).key());
        StringBuilder text = new StringBuilder(CsvLine.BYTE_ORDER_MARK);
        TableLines.write(table).forEach(line -> text.append(CsvLine.of(line)));
        DecisionTable again = read(text.toString());
        assertEquals(table.rows(), again.rows());
        assertEquals(table.inputs(), again.inputs());
        assertEquals(table.outcome(), again.outcome());
    }

    @Test
    void aNewVersionKeepsTheOrderOfValuesOfTheOneBefore() {
        DecisionTable before = read("A,Outcome\nlow,wait\nhigh,act\n");
        String turned = "A,Outcome\nhigh,act\nlow,wait\n";
        DecisionTable next =
                TableFile.read("t", 2, turned.getBytes(StandardCharsets.UTF_8), Optional.of(before), List.of());
        assertEquals(List.of("low", "high"), next.inputs().get(0).keys());
        assertEquals(List.of("wait", "act"), next.outcome().keys());
    }

    @Test
    void whatContradictsItselfNeedsAStatedOrder() {
        String text = "A,B,Outcome\nno,no,one\nyes,no,two\nno,yes,two\nyes,yes,one\n";
        assertRefused(DecisionError.ORDER_UNCLEAR, text);
        DecisionTable stated =
                TableFile.read("t", 1, text.getBytes(StandardCharsets.UTF_8), Optional.empty(), List.of("one", "two"));
        assertEquals(List.of("one", "two"), stated.outcome().keys());
        assertEquals(2, Worsening.of(stated).size());
    }

    @Test
    void aFileThatIsNoTableIsRefusedWithTheLine() {
        assertEquals(
                3,
                assertRefused(DecisionError.LINE_CELLS, "row,A,O\n0,no,x\n1,yes\n")
                        .get("line"));
        assertEquals(
                3,
                assertRefused(DecisionError.LINE_NUMBER, "row,A,O\n0,no,x\n2,yes,x\n")
                        .get("line"));
        assertEquals(2, assertRefused(DecisionError.LINE_MALFORMED, "A,O\n,x\n").get("line"));
        assertRefused(DecisionError.LINE_MALFORMED, "A,O\n\"open,x\n");
        assertRefused(DecisionError.EMPTY, "");
        assertRefused(DecisionError.EMPTY, "A,O\n");
        assertRefused(DecisionError.LINE_MALFORMED, "A\nx\n");
        assertRefused(DecisionError.TOO_LARGE, "A,O\n" + "x,y\n".repeat(1 << 20));
        assertRefused(DecisionError.TOO_MANY, "A,O\n" + "x,y\n".repeat(6_000));
        assertRefused(DecisionError.JSON_MALFORMED, "{\"a\":");
        byte[] latin = "A,O\n\u00e9,x\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(Refusal.class, () -> TableFile.read("t", 1, latin, Optional.empty(), List.of()));
    }

    private static Map<String, Object> assertRefused(DecisionError code, String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> read(text));
        assertEquals(code, refusal.code());
        return refusal.parameters();
    }

    private static DecisionTable read(String text) {
        return TableFile.read("t", 1, text.getBytes(StandardCharsets.UTF_8), Optional.empty(), List.of());
    }
}
