package org.sekisho.domain.assurance.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.pack.PackSamples;
import org.sekisho.proof.sample.Draw;
import org.sekisho.proof.sample.PopulationItem;
import org.sekisho.proof.sample.PopulationList;
import org.sekisho.proof.sample.SampleSeed;

class VerifyTextTest {

    private static final String TOP = "AUD-2026-Q2-f3a91c02be77";

    @Test
    void bothLanguagesNameTheSameCommands() {
        List<String> english = commands(VerifyText.template("en"));
        assertEquals(english, commands(VerifyText.template("ja")));
        assertEquals(
                List.of(
                        "sha256sum -c manifest-sha256.txt",
                        "sha256sum -c tagmanifest-sha256.txt",
                        "find data -type f | LC_ALL=C sort > ../found.txt",
                        "cut -c 67- manifest-sha256.txt | LC_ALL=C sort > ../listed.txt",
                        "cmp ../found.txt ../listed.txt",
                        "openssl pkeyutl -verify -pubin -inkey keys/pack.pem -rawin -in tagmanifest-sha256.txt"
                                + " -sigfile tagmanifest-sha256.txt.sig",
                        "openssl pkey -pubin -in keys/pack.pem -outform DER | openssl dgst -sha256 -binary | base64",
                        "openssl ts -verify -data tagmanifest-sha256.txt -in tagmanifest-sha256.txt.tsr -CAfile"
                                + " ../authority.pem",
                        "sed -n 1p data/reports/contents.jsonl | tr -d '\\n' | sha256sum"),
                english.subList(0, 9));
    }

    @Test
    void englishComesFirstAndEveryPlaceholderIsFilled() {
        String text = VerifyText.of(TOP);
        assertTrue(text.indexOf("HOW TO CHECK") < text.indexOf("検証方法"));
        assertTrue(text.contains(TOP));
        assertFalse(text.contains("{pack}"));
        assertFalse(text.contains("\r"));
    }

    @Test
    void bothLanguagesNameEveryFolder() {
        for (String language : List.of("en", "ja")) {
            String text = VerifyText.template(language);
            for (String folder : List.of(
                    PackLayout.AGREEMENT,
                    PackLayout.GRANTS,
                    PackLayout.DECISIONS,
                    PackLayout.REPORTS,
                    PackLayout.PLAYBOOKS,
                    PackLayout.EVIDENCE,
                    PackLayout.SAMPLES,
                    PackLayout.OSCAL,
                    PackLayout.TRAIL)) {
                assertTrue(text.contains("data/" + folder + "/"), language + " " + folder);
            }
            assertTrue(text.contains(PackLayout.SUMMARY));
            assertTrue(text.contains(PackLayout.CONTENTS));
        }
    }

    /** The shell has to know which lines are its own; they are run by the tests of whole packs. */
    @Test
    void theTrailIsCheckedFromItsSignatureToEachEvent() {
        List<String> english = commands(VerifyText.template("en"));
        assertTrue(english.get(9).startsWith("sed "), english.get(9));
        assertTrue(english.get(11).startsWith("openssl pkeyutl -verify -pubin -inkey keys/trail.pem"), english.get(11));
        assertTrue(english.contains("done < data/trail/entries.jsonl"));
    }

    @Test
    void signedDocumentsAreCheckedByAReaderThatIsntOurs() {
        List<String> english = commands(VerifyText.template("en"));
        assertTrue(english.contains("for f in data/agreement/documents/*.pdf; do pdfsig \"$f\"; done"));
    }

    /** What the shell draws is what the portal drew: the rules of the draw are told well enough to follow them without it. */
    @Test
    void aRandomSampleIsDrawnAgainByTheShell(@TempDir Path bag) throws IOException, InterruptedException {
        String sample = "0198f000-0000-7000-8000-000000000001";
        PopulationList population = PopulationList.of(IntStream.range(0, 40)
                .mapToObj(i -> new PopulationItem(new UUID(0x0198_f000_0000_7000L, i).toString(), "ANALYST"))
                .toList());
        String checkpoint = "sekisho.example/log\n7\n" + "A".repeat(43) + "=\n";
        List<PopulationItem> drawn = Draw.random(SampleSeed.of(checkpoint), sample, population, 5);
        Path folder = Files.createDirectories(
                bag.resolve("bag").resolve(PackSamples.FOLDER).resolve("1"));
        Files.write(folder.resolve(PackSamples.POPULATION), population.bytes());

        assertEquals("", drawnAgain(folder, sample, checkpoint, population, drawn));
        List<PopulationItem> turned = new ArrayList<>(drawn);
        Collections.swap(turned, 0, 1);
        assertEquals("DRAWN OTHERWISE data/samples/1/\n", drawnAgain(folder, sample, checkpoint, population, turned));
        assertEquals(
                "DRAWN OTHERWISE data/samples/1/\n",
                drawnAgain(folder, sample, checkpoint.replace("\n7\n", "\n8\n"), population, drawn));
        Files.writeString(folder.resolve(PackSamples.POPULATION), "");
        assertTrue(drawnAgain(folder, sample, checkpoint, population, drawn).startsWith("OTHER POPULATION"));
    }

    private static String drawnAgain(
            Path folder, String sample, String checkpoint, PopulationList population, List<PopulationItem> items)
            throws IOException, InterruptedException {
        JsonObject told = JsonObject.builder()
                .put("sample", sample)
                .put("method", "RANDOM")
                .put("purpose", "\"checkpoint\":\"none\"\n\n\"size\":3")
                .put("size", items.size())
                .put(
                        "population",
                        JsonObject.builder().put("sha256", population.sha256()).build())
                .put(
                        "items",
                        JsonArray.of(items.stream()
                                .map(each -> JsonObject.builder()
                                        .put("id", each.id())
                                        .build())
                                .toList()))
                .put(
                        "seed",
                        JsonObject.builder()
                                .put("checkpoint", checkpoint + "\n\u2014 sekisho.example/log AAAA\n")
                                .build())
                .build();
        Files.writeString(folder.resolve(PackSamples.SAMPLE), CanonicalJson.text(told) + "\n");
        String text = VerifyText.template("en");
        String step = text.substring(text.indexOf("\n10. "), text.indexOf("\n11. "));
        Process shell = new ProcessBuilder("bash", "-c", String.join("\n", commands(step)))
                .directory(folder.resolve("../../..").toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        return said;
    }

    private static List<String> commands(String text) {
        return text.lines()
                .filter(line -> line.startsWith("       "))
                .map(String::strip)
                .toList();
    }
}
