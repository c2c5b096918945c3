package org.sekisho.ejb.report.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.report.intake.ClaimedVector;
import org.sekisho.domain.report.intake.Finding;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.proof.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files that tools and publishers wrote: each item of each is found, or rejected with a reason. */
class PublishedFilesTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void everyResultOfTheSarifSamplesIsReadTheOddFilesIncluded() throws IOException {
        int results = 0;
        for (Path file : files("sarif")) {
            JsonNode document = MAPPER.readTree(Files.readAllBytes(file));
            int expected = 0;
            for (JsonNode run : document.path("runs")) {
                expected += run.path("results").size();
            }
            Collected read = Collected.read(SourceFormat.SARIF, () -> Files.newInputStream(file));
            assertEquals(expected, read.received(), file.toString());
            assertEquals(List.of(), read.rejections, file.toString());
            results += expected;
        }
        assertTrue(results >= 10, "results found: " + results);
    }

    @Test
    void everyVulnerabilityOfTheCsafExamplesIsRead() throws IOException {
        int vulnerabilities = 0;
        int vectors = 0;
        for (Path file : files("csaf-2.0")) {
            JsonNode document = MAPPER.readTree(Files.readAllBytes(file));
            int expected = document.path("vulnerabilities").size();
            Collected read = Collected.read(SourceFormat.CSAF, () -> Files.newInputStream(file));
            assertEquals(expected, read.received(), file.toString());
            assertEquals(List.of(), read.rejections, file.toString());
            vulnerabilities += expected;
            for (Finding each : read.findings) {
                assertFalse(each.standing() == Finding.Standing.UNSAID
                        && !each.components().isEmpty());
                for (ClaimedVector vector : each.vectors()) {
                    // A published score is that of its vector.
                    assertFalse(vector.contradicted(), () -> file + " " + vector);
                    vectors += vector.computed().isPresent() ? 1 : 0;
                }
            }
        }
        assertTrue(vulnerabilities >= 20, "vulnerabilities found: " + vulnerabilities);
        assertTrue(vectors >= 5, "vectors computed: " + vectors);
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(SharedData.require(folder))) {
            return files.filter(each -> each.toString().endsWith(".sarif")
                            || each.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
