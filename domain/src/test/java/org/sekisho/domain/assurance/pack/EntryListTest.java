package org.sekisho.domain.assurance.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.assurance.pack.EntryList.Entry;
import org.sekisho.domain.shared.Subject;
import org.sekisho.proof.hash.Sha256;

class EntryListTest {

    private static final String HASH = "ab".repeat(32);

    @Test
    void orderOfCollectingChangesNothing() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            entries.add(entry("data/evidence/" + i + "-研修.pdf", Tlp.AMBER));
        }
        EntryList.Fixed expected = fixed(entries);
        Collections.shuffle(entries, new Random(1));
        assertEquals(expected, fixed(entries));
        assertEquals(500, expected.bytes());
    }

    @Test
    void hashIsThatOfTheLinesOfTheBagsManifest() {
        EntryList.Fixed fixed = fixed(List.of(entry("data/b.txt", Tlp.AMBER), entry("data/a.txt", Tlp.AMBER)));
        String manifest = HASH + "  data/a.txt\n" + HASH + "  data/b.txt\n";
        assertEquals(Sha256.hex(manifest.getBytes(StandardCharsets.UTF_8)), fixed.sha256());
        assertNotEquals(
                fixed.sha256(), fixed(List.of(entry("data/a.txt", Tlp.AMBER))).sha256());
    }

    @Test
    void labelIsTheStrictest() {
        assertEquals(Tlp.AMBER, fixed(List.of(entry("data/a", Tlp.CLEAR))).label());
        assertEquals(
                Tlp.RED,
                fixed(List.of(entry("data/a", Tlp.RED), entry("data/b", Tlp.GREEN)))
                        .label());
        assertEquals(
                Tlp.AMBER_STRICT,
                fixed(List.of(entry("data/a", Tlp.AMBER), entry("data/b", Tlp.AMBER_STRICT)))
                        .label());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.txt",
                "/data/a.txt",
                "data/../a.txt",
                "data//a.txt",
                "data/a\\b.txt",
                "data/a\nb.txt",
                "data/50%.txt",
                "data/CON.txt",
                "data/a. ",
                "data/\u202Etxt.a",
                "data/"
            })
    void unsafePathIsRefused(String path) {
        EntryList list = new EntryList(Tlp.AMBER);
        Refused.with(AssuranceError.PACK_PATH_UNSAFE, () -> list.add(entry(path, Tlp.AMBER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/evidence/か\u3099.pdf", "data/evidence/が.pdf", "data/Evidence/が.PDF"})
    void twoPathsThatAreOneFileOnSomeSystemAreRefused(String path) {
        EntryList list = new EntryList(Tlp.AMBER);
        list.add(entry("data/evidence/が.pdf", Tlp.AMBER));
        Refused.with(AssuranceError.PACK_PATH_TWICE, () -> list.add(entry(path, Tlp.AMBER)));
    }

    @Test
    void packHoldsSomething() {
        Refused.with(AssuranceError.PACK_EMPTY, () -> new EntryList(Tlp.AMBER).fix());
    }

    private static EntryList.Fixed fixed(List<Entry> entries) {
        EntryList list = new EntryList(Tlp.AMBER);
        entries.forEach(list::add);
        return list.fix();
    }

    private static Entry entry(String path, Tlp label) {
        return new Entry(path, HASH, 10, 1, new Subject("evidence", new UUID(0, 1)), label);
    }
}
