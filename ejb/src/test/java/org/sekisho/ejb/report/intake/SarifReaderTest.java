package org.sekisho.ejb.report.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.report.intake.Finding;
import org.sekisho.domain.report.intake.Finding.Exhibit;
import org.sekisho.domain.report.intake.Finding.Level;
import org.sekisho.domain.report.intake.Finding.Location;
import org.sekisho.domain.report.intake.IntakeError;
import org.sekisho.domain.report.intake.RejectReason;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.proof.SharedData;

class SarifReaderTest {

    private static final String TOOL =
            """
            "tool": {"driver": {"name": "Scanner", "semanticVersion": "2.1.0", "version": "x", "rules": [
              {"id": "R1", "shortDescription": {"text": "Query built from input"}, "fullDescription": {"text": "Long words."},
               "helpUri": "https://scanner.example/R1", "messageStrings": {"default": {"text": "Input {0} reaches {1}."}},
               "defaultConfiguration": {"level": "error"},
               "properties": {"tags": ["security", "external/cwe/cwe-089"], "security-severity": "8.8"}}]}}
            """;

    private static final String ARTIFACTS = "\"artifacts\": [{\"location\": {\"uri\": \"src/Main.java\"}}]";

    private static final String RESULT =
            """
            {"ruleId": "R1", "ruleIndex": 0, "message": {"id": "default", "arguments": ["name", "query"]},
             "locations": [{"physicalLocation": {"artifactLocation": {"index": 0}, "region": {"startLine": 7}}}]}
            """;

    @Test
    void findingTakesWhatItRefersToFromItsRun() throws IOException {
        checkWhole(log(TOOL, ARTIFACTS, "\"automationDetails\": {\"id\": \"nightly/7\"}", results(RESULT)));
    }

    /** SARIF allows any order: then the file is read again rather than its results held. */
    @Test
    void rulesAndArtifactsMayStandBehindTheResults() throws IOException {
        checkWhole(log(results(RESULT), ARTIFACTS, "\"automationDetails\": {\"id\": \"nightly/7\"}", TOOL));
        checkWhole(log(TOOL, "\"automationDetails\": {\"id\": \"nightly/7\"}", results(RESULT), ARTIFACTS));
    }

    private static void checkWhole(String log) throws IOException {
        Finding finding = Collected.read(SourceFormat.SARIF, log).only();
        assertEquals("Query built from input", finding.title());
        assertEquals("Input name reaches query.\n\nLong words.", finding.text());
        assertEquals(List.of("CWE-89"), finding.weaknesses());
        assertEquals(List.of(new Location("src/Main.java", 7, "")), finding.locations());
        assertEquals(Level.ERROR, finding.level());
        assertEquals(new Finding.Tool("Scanner", "2.1.0", "nightly/7"), finding.tool());
        assertEquals("https://scanner.example/R1", finding.references().get(0).address());
        assertEquals("8.8", finding.vectors().get(0).stated().orElseThrow().toString());
        assertEquals(true, finding.score().isEmpty(), "a stated score is no score");
    }

    /** The artifacts stand behind the results, so that the file is read twice. */
    @Test
    void whatShowsAFindingComesWithIt() throws IOException {
        String result = RESULT.replace(
                        "\"region\": {\"startLine\": 7}",
                        "\"region\": {\"startLine\": 7, \"snippet\": {\"text\": \"run(\\n```);\"}}")
                .replace(
                        "\"locations\"",
                        """
                        "fixes": [{"description": {"text": "Bind it."}, "artifactChanges": [{"artifactLocation": {"index": 0}, "replacements": [{"deletedRegion": {"startLine": 7}}]}]}],
                        "codeFlows": [{"threadFlows": [{"message": {"text": "From the form"}, "locations": [
                          {"location": {"physicalLocation": {"artifactLocation": {"index": 0}, "region": {"startLine": 3}}, "message": {"text": "read"}}},
                          {"location": {"message": {"text": "kept"}}},
                          {"location": {"physicalLocation": {"artifactLocation": {"index": 0}, "region": {"startLine": 7}}}}]},
                          {"locations": [{"location": {"physicalLocation": {"artifactLocation": {"index": 0}, "region": {"startLine": 7}}}}]}]}],
                        "locations"
                        """);
        Finding finding = Collected.read(SourceFormat.SARIF, log(TOOL, results(result), ARTIFACTS))
                .only();
        assertEquals(
                List.of(
                        new Exhibit("src/Main.java:7", "````\nrun(\n```);\n````"),
                        new Exhibit("From the form", "1. src/Main.java:3 read\n2. kept\n3. src/Main.java:7"),
                        new Exhibit("codeFlows[0].threadFlows[1]", "1. src/Main.java:7")),
                finding.exhibits());
        assertEquals("Bind it.", finding.remedy());
    }

    /** A tool that broke down finds little, and that must not be taken for a clean result. */
    @Test
    void runsThatDidNotEndWellAreCountedOnceWhereverThatIsSaid() throws IOException {
        String broken = "\"invocations\": [{\"executionSuccessful\": false, \"toolExecutionNotifications\": ["
                + "{\"message\": {\"text\": \"out of memory\"}, \"level\": \"error\"}]}]";
        String noted = "\"invocations\": [{\"executionSuccessful\": true}, {\"toolConfigurationNotifications\": ["
                + "{\"level\": \"error\", \"exception\": {\"message\": \"no rules\"}}], \"executionSuccessful\": true}]";
        String warned = "\"invocations\": [{\"executionSuccessful\": true, \"toolExecutionNotifications\": ["
                + "{\"level\": \"warning\", \"properties\": {\"level\": \"error\"}}, {}]}]";
        assertEquals(1, failedRuns(log(TOOL, broken, results(RESULT), ARTIFACTS)));
        assertEquals(1, failedRuns(log(results(RESULT), ARTIFACTS, broken, TOOL)));
        assertEquals(1, failedRuns(log(TOOL, noted, results(""))));
        assertEquals(0, failedRuns(log(TOOL, warned, results(""))));
        for (String name : List.of("Catastrophic configuration error.sarif", "Catastrophic execution error.sarif")) {
            Path file =
                    SharedData.require("sarif").resolve("ExceptionalConditions").resolve(name);
            assertEquals(
                    1,
                    Collected.read(SourceFormat.SARIF, () -> Files.newInputStream(file))
                            .failedRuns(),
                    name);
        }
    }

    private static int failedRuns(String log) throws IOException {
        return Collected.read(SourceFormat.SARIF, log).failedRuns();
    }

    @Test
    void itemsBeforeTheSecondReadingComeOnce() throws IOException {
        String plain = "{\"ruleId\": \"R1\", \"message\": {\"text\": \"one\"}}";
        Collected read = Collected.read(SourceFormat.SARIF, log(TOOL, results(plain + "," + RESULT), ARTIFACTS));
        assertEquals(2, read.findings.size());
        assertEquals("src/Main.java", read.findings.get(1).locations().get(0).address());
    }

    @Test
    void resultThatTheSchemaForbidsIsRejectedAndTheOthersStay() throws IOException {
        Collected read = Collected.read(
                SourceFormat.SARIF,
                log(
                        TOOL,
                        results(
                                "{\"message\": {\"text\": \"a\"}, \"level\": \"fatal\"}, {\"message\": {\"text\": \"b\"}}")));
        assertEquals(1, read.findings.size());
        assertEquals("/runs/0/results/0/level", read.rejections.get(0).pointer());
        assertEquals("enum", read.rejections.get(0).keyword());
        Collected.read(SourceFormat.SARIF, log(TOOL, results("{\"ruleId\": \"R1\"}")))
                .rejectedOnly(RejectReason.SCHEMA, "/runs/0/results/0");
        Collected.read(SourceFormat.SARIF, log(TOOL, results("[]")))
                .rejectedOnly(RejectReason.SCHEMA, "/runs/0/results/0");
    }

    @Test
    void whatTheToolDidNotFindIsNoFinding() throws IOException {
        for (String said :
                List.of("\"kind\": \"pass\"", "\"kind\": \"notApplicable\"", "\"baselineState\": \"absent\"")) {
            Collected.read(SourceFormat.SARIF, log(TOOL, results("{\"message\": {\"text\": \"a\"}, " + said + "}")))
                    .rejectedOnly(RejectReason.NOT_A_FINDING, "/runs/0/results/0");
        }
    }

    @Test
    void keyTwiceOrTooMuchRejectsOneItemAndTheNextIsRead() throws IOException {
        String good = ", {\"message\": {\"text\": \"b\"}}";
        String twice = "{\"message\": {\"text\": \"a\", \"text\": [[\"x\"]]}}";
        Collected read = Collected.read(SourceFormat.SARIF, log(TOOL, results(twice + good)));
        assertEquals(RejectReason.KEY_TWICE, read.rejections.get(0).reason());
        assertEquals("/runs/0/results/0/message/text", read.rejections.get(0).pointer());
        assertEquals("b", read.findings.get(0).title());
        String large = "{\"message\": {\"text\": \"" + "a".repeat(2 << 20) + "\"}, \"properties\": {\"x\": [{}]}}";
        read = Collected.read(SourceFormat.SARIF, log(TOOL, results(large + good)));
        assertEquals(RejectReason.TOO_LARGE, read.rejections.get(0).reason());
        assertEquals("b", read.findings.get(0).title());
    }

    @Test
    void resultsElsewhereRefuseTheFile() {
        Collected.refused(
                IntakeError.FILE_RESULTS_ELSEWHERE,
                SourceFormat.SARIF,
                log(TOOL, "\"externalPropertyFileReferences\": {\"results\": [{\"location\": {\"uri\": \"x\"}}]}"));
        Collected.refused(
                IntakeError.FILE_RESULTS_ELSEWHERE,
                SourceFormat.SARIF,
                "{\"version\": \"2.1.0\", \"inlineExternalProperties\": [], \"runs\": []}");
    }

    @Test
    void anotherDocumentIsRefused() {
        Collected.refused(IntakeError.FILE_FORMAT, SourceFormat.SARIF, "[]");
        Collected.refused(IntakeError.FILE_FORMAT, SourceFormat.SARIF, "{\"version\": \"2.1.0\"}");
        Collected.refused(IntakeError.FILE_VERSION, SourceFormat.SARIF, "{\"version\": \"2.0.0\", \"runs\": []}");
        Collected.refused(IntakeError.FILE_SCHEMA, SourceFormat.SARIF, "{\"bomFormat\": \"CycloneDX\"}");
        Collected.refused(IntakeError.FILE_SCHEMA, SourceFormat.SARIF, log("\"results\": []"));
        Collected.refused(IntakeError.FILE_SCHEMA, SourceFormat.SARIF, log(TOOL, "\"results\": {}"));
        Collected.refused(IntakeError.FILE_SCHEMA, SourceFormat.SARIF, "{\"version\": \"2.1.0\", \"runs\": [7]}");
        Collected.refused(
                IntakeError.FILE_KEY_TWICE, SourceFormat.SARIF, "{\"version\": \"2.1.0\", \"runs\": [], \"runs\": []}");
        Collected.refused(IntakeError.FILE_KEY_TWICE, SourceFormat.SARIF, log(TOOL, results(""), results("")));
    }

    @Test
    void fingerprintOfTheToolStaysWhenLinesMove() throws IOException {
        String given = "{\"ruleId\": \"R1\", \"message\": {\"text\": \"%s\"}, \"fingerprints\": {\"a/v1\": \"%s\"}, "
                + "\"locations\": [{\"physicalLocation\": {\"artifactLocation\": {\"uri\": \"a\"}, \"region\": {\"startLine\": %d}}}]}";
        assertEquals(
                fingerprint(String.format(given, "one", "f", 1)), fingerprint(String.format(given, "two", "f", 9)));
        assertNotEquals(
                fingerprint(String.format(given, "one", "f", 1)), fingerprint(String.format(given, "one", "g", 1)));
        String none = given.replace("fingerprints", "properties");
        assertNotEquals(
                fingerprint(String.format(none, "one", "f", 1)),
                fingerprint(String.format(none, "one", "f", 2)),
                "without a fingerprint of the tool two places are two findings");
    }

    private static String fingerprint(String result) throws IOException {
        return Collected.read(SourceFormat.SARIF, log(TOOL, results(result)))
                .only()
                .fingerprint()
                .value();
    }

    private static String results(String results) {
        return "\"results\": [" + results + "]";
    }

    private static String log(String... parts) {
        return "{\"version\": \"2.1.0\", \"runs\": [{" + String.join(",", parts) + "}]}";
    }
}
