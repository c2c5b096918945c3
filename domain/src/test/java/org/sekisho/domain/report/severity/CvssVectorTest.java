package org.sekisho.domain.report.severity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.SharedData;

class CvssVectorTest {

    private static final String BASE_40 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";
    private static final String BASE_31 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

    @Test
    void everyPublishedVectorOfVersion40ScoresExactly() throws IOException {
        int scored = 0;
        try (Stream<Path> files = Files.list(SharedData.require("cvss-4.0"))) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (!line.isBlank()) {
                        String[] parts = line.split(" - ");
                        assertEquals(parts[1].strip(), score(parts[0].strip()), line);
                        scored++;
                    }
                }
            }
        }
        assertTrue(scored > 50, "vectors found: " + scored);
    }

    /** From FIRST's example documents and user guide; each lies in another macro vector. */
    @ParameterizedTest
    @CsvSource({
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H, 10.0",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N, 9.3",
        "CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N, 7.3",
        "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N, 7.7",
        "CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U, 5.2",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N/E:P, 7.8",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:L/VA:L/SC:N/SI:N/SA:N, 6.9",
        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N, 0.0",
    })
    void worstOfEachSetAndStepsBelow(String vector, String score) {
        assertEquals(score, score(vector));
    }

    /** From FIRST's example document for 3.1, and from the equations for temporal and environmental metrics. */
    @ParameterizedTest
    @CsvSource({
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N, 6.1",
        "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N, 6.4",
        "CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N, 3.1",
        "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H, 9.9",
        "CVSS:3.1/AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L, 4.2",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N, 7.5",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 9.8",
        "CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:H/A:N, 4.6",
        "CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:C/C:H/I:N/A:H, 9.3",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N, 0.0",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H, 10.0",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P/RL:O/RC:C, 8.8",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:U/RL:O/RC:U, 7.8",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/CR:L/IR:L/AR:L, 8.0",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/MAV:P, 6.8",
        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/MC:N/MI:N/MA:N, 0.0",
        "CVSS:3.1/AV:L/AC:H/PR:L/UI:R/S:U/C:L/I:L/A:L/MAV:N/MAC:L/MPR:N/MUI:N/MS:C/MC:H/MI:H/MA:H, 10.0",
    })
    void version31(String vector, String score) {
        assertEquals(score, score(vector));
    }

    /** Binary fractions put these below the half; the library of others that was looked at scores each a tenth too low. */
    @ParameterizedTest
    @CsvSource({
        "CVSS:4.0/AV:A/AC:H/AT:P/PR:H/UI:A/VC:N/VI:L/VA:H/SC:N/SI:L/SA:L/E:P/AR:L, 0.7",
        "CVSS:4.0/AV:N/AC:L/AT:P/PR:H/UI:A/VC:L/VI:N/VA:H/SC:L/SI:N/SA:L/E:A/CR:H/AR:M/MVC:H/MSA:N, 5.7",
        "CVSS:4.0/AV:P/AC:L/AT:P/PR:L/UI:A/VC:N/VI:H/VA:L/SC:N/SI:N/SA:H/E:P/CR:L/IR:L/AR:L/MSA:N, 0.6",
        "CVSS:4.0/AV:A/AC:H/AT:P/PR:H/UI:N/VC:N/VI:N/VA:N/SC:H/SI:N/SA:N/E:A/IR:L/AR:M/MAV:P/MVC:H, 5.5",
    })
    void halfATenthIsRoundedUp(String vector, String score) {
        assertEquals(score, score(vector));
    }

    @Test
    void baseScoreLeavesTheOtherMetricsOut() {
        assertEquals(
                "9.8", CvssVector.parse(BASE_31 + "/E:U/RL:O/RC:U").baseScore().toString());
        assertEquals("9.3", CvssVector.parse(BASE_40 + "/E:U").baseScore().toString());
    }

    @Test
    void scoreHasAWord() {
        assertEquals(
                List.of("NONE", "LOW", "LOW", "MEDIUM", "MEDIUM", "HIGH", "HIGH", "CRITICAL", "CRITICAL"),
                Stream.of(0, 1, 39, 40, 69, 70, 89, 90, 100)
                        .map(tenths -> new CvssScore(tenths).severity().name())
                        .toList());
        assertThrows(IllegalArgumentException.class, () -> new CvssScore(101));
    }

    @Test
    void order31IsFreeAndOrder40IsNot() {
        assertEquals(score(BASE_31), score("CVSS:3.1/S:U/A:H/I:H/C:H/UI:N/PR:N/AC:L/AV:N"));
        refused(SeverityError.VECTOR_ORDER, "CVSS:4.0/AC:L/AV:N/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N");
    }

    @Test
    void vectorReadsBackAsItWas() {
        assertEquals(
                BASE_40 + "/E:P/U:Clear",
                CvssVector.parse(BASE_40 + "/E:P/U:Clear").toString());
        assertEquals(CvssVector.parse(BASE_40), CvssVector.parse(BASE_40));
        assertNotEquals(CvssVector.parse(BASE_40), CvssVector.parse(BASE_40 + "/E:X"));
    }

    @Test
    void badVectorIsRefusedWithACode() {
        refused(SeverityError.VECTOR_MALFORMED, "");
        refused(SeverityError.VECTOR_MALFORMED, "AV:N/AC:L/Au:N/C:P/I:P/A:P");
        refused(SeverityError.VECTOR_MALFORMED, BASE_31 + "/");
        refused(SeverityError.VECTOR_MALFORMED, BASE_31 + "/:N");
        refused(SeverityError.VECTOR_MALFORMED, "CVSS:3.1/" + "A".repeat(300));
        refused(SeverityError.VECTOR_VERSION, BASE_31.replace("3.1", "3.2"));
        refused(SeverityError.VECTOR_VERSION, "CVSS:");
        refused(SeverityError.VECTOR_VALUE, BASE_31.replace("AV:N", "AV:Z"));
        refused(SeverityError.VECTOR_VALUE, BASE_31.replace("AV:N", "av:n"));
        refused(SeverityError.VECTOR_VALUE, BASE_31.replace("AV:N", "AV:X"));
        refused(SeverityError.VECTOR_VALUE, BASE_31 + "/AT:N");
        refused(SeverityError.VECTOR_VALUE, BASE_40 + "/MSC:S");
        refused(SeverityError.VECTOR_METRIC_TWICE, BASE_31 + "/AV:N");
        refused(SeverityError.VECTOR_METRIC_MISSING, BASE_40.replace("/AT:N", ""));
    }

    private static void refused(ErrorCode code, String vector) {
        assertEquals(
                code,
                assertThrows(Refusal.class, () -> CvssVector.parse(vector)).code(),
                vector);
    }

    private static String score(String vector) {
        return CvssVector.parse(vector).score().toString();
    }
}
