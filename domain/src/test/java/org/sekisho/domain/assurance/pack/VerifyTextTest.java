package org.sekisho.domain.assurance.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

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
        assertFalse(text.contains("{"));
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
        assertEquals("done < data/trail/entries.jsonl", english.get(english.size() - 2));
    }

    @Test
    void signedDocumentsAreCheckedByAReaderThatIsntOurs() {
        List<String> english = commands(VerifyText.template("en"));
        assertEquals(
                "for f in data/agreement/documents/*.pdf; do pdfsig \"$f\"; done", english.get(english.size() - 1));
    }

    private static List<String> commands(String text) {
        return text.lines()
                .filter(line -> line.startsWith("       "))
                .map(String::strip)
                .toList();
    }
}
