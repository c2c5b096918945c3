package org.sekisho.domain.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {

    @Test
    void lineEndsInCarriageReturnAndLineFeed() {
        assertEquals("a,b\r\n", CsvLine.of(List.of("a", "b")));
        assertEquals("\r\n", CsvLine.of(List.of()));
    }

    @Test
    void quotesWhatRfc4180Asks() {
        assertEquals(
                "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n",
                CsvLine.of(List.of("a,b", "say \"hi\"", "two\nlines")));
    }

    @Test
    void nullIsAnEmptyCell() {
        assertEquals("a,,c\r\n", CsvLine.of(Arrays.asList("a", null, "c")));
    }

    @Test
    void japaneseStaysAsItIs() {
        assertEquals("青葉銀行,研修（第1回）\r\n", CsvLine.of(List.of("青葉銀行", "研修（第1回）")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+cmd|' /C calc'!A0",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(A1:A9)",
                "\t=1+1",
                "\r=1+1",
                "\tplain",
                "\rplain",
                " =1+1",
                "\u00a0=1+1",
                "\u3000=1+1",
                "\u200b=1+1",
                "\ufeff=1+1",
                "\n=1+1",
                "＝1+1",
                "＋81",
                "－1",
                "＠SUM(A1)",
                "=",
                "-",
                "--1",
                "-1-1",
                "+81-3-1234-5678",
                "-1e5+A1"
            })
    void whatASpreadsheetTakesForAFormulaGetsAnApostrophe(String cell) {
        String line = CsvLine.of(List.of(cell));
        assertEquals("\"'" + cell.replace("\"", "\"\"") + "\"\r\n", line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "+3.25", "0", "-0.5", "12345678901"})
    void plainNumbersStayNumbers(String cell) {
        assertEquals(cell + "\r\n", CsvLine.of(List.of(cell)));
    }

    @Test
    void numbersOfJavaAreWrittenPlain() {
        assertEquals("-42,-1.50,7\r\n", CsvLine.of(List.of(-42L, new BigDecimal("-1.50"), 7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "a@example.jp", "2026-09-30", "A-17", "5 - 3"})
    void harmlessTextStaysAsItIs(String cell) {
        assertEquals(cell + "\r\n", CsvLine.of(List.of(cell)));
    }

    @Test
    void separatorOfOtherCountriesCannotBeginANewCellWithAFormula() {
        assertEquals("\"a;=1+1\"\r\n", CsvLine.of(List.of("a;=1+1")));
    }

    @Test
    void writesToWhateverTakesText() throws IOException {
        StringBuilder out = new StringBuilder(CsvLine.BYTE_ORDER_MARK);
        CsvLine.write(out, List.of("名前"));
        CsvLine.write(out, List.of("青葉"));
        assertEquals("\ufeff名前\r\n青葉\r\n", out.toString());
    }
}
