package org.sekisho.proof.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BagPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data/a",
                "bagit.txt",
                "data/evidence/\u5831\u544a\u66f8 2026.pdf",
                "data/a..b",
                "data/.hidden",
                "data/console",
                "data/com",
                "data/COM10",
                "data/a b",
                "data/100%",
                "data/\ud83d\ude00",
                "data/e\u0301"
            })
    void ordinaryPathsAreSafe(String path) {
        assertTrue(BagPath.isSafe(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "..",
                "../a",
                "data/../a",
                "data/..",
                "./data",
                "data/./a",
                "data//a",
                "data/",
                "data\\a",
                "..\\a",
                "C:/a",
                "c:a",
                "data/a:stream",
                "data/a\n",
                "data/\0",
                "data/\u007f",
                "data/\u0085",
                "data/CON",
                "data/con.txt",
                "data/Aux",
                "data/nul.tar.gz",
                "data/COM1",
                "data/lpt9.txt",
                "data/com\u00b9",
                "data/CONIN$",
                "data/con .txt",
                "data/a.",
                "data/a ",
                "data/a./b",
                "data/\u202eb",
                "data/\u2028",
                "data/\ufeffa",
                "data/\ud800"
            })
    void pathsThatAreNotTheSameFileEverywhereAreRefused(String path) {
        assertFalse(BagPath.isSafe(path));
        BagException refused = assertThrows(BagException.class, () -> BagPath.require(path));
        assertEquals(BagProblem.UNSAFE_PATH, refused.problem());
    }

    @Test
    void namesAndPathsHaveALimit() {
        assertTrue(BagPath.isSafe("data/" + "a".repeat(255)));
        assertFalse(BagPath.isSafe("data/" + "a".repeat(256)));
        assertFalse(BagPath.isSafe("data/" + "\u65e5".repeat(86)));
        assertFalse(BagPath.isSafe("a/".repeat(512) + "a"));
    }

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "../../etc/passwd, .._.._etc_passwd",
        "C:\\temp\\a.txt, C__temp_a.txt",
        "a?*|b<>.txt, a___b__.txt",
        "100%.csv, 100_.csv",
        "con.txt, _con.txt",
        "'', _",
        "..., _",
        "x. ., x",
        "\u5831\u544a\u66f8.pdf, \u5831\u544a\u66f8.pdf"
    })
    void namesFromOutsideAreCleaned(String name, String clean) {
        assertEquals(clean, BagPath.cleanName(name));
        assertTrue(BagPath.isSafe("data/" + BagPath.cleanName(name)));
    }

    @Test
    void longNamesAreCutBetweenCharacters() {
        String clean = BagPath.cleanName("\u65e5".repeat(500));
        assertEquals("\u65e5".repeat(33), clean);
    }

    /** RFC 8493, section 2.1.3. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"data/a%b | data/a%25b", "data/%0A | data/%250A", "data/a b*c | data/a b*c"})
    void percentSignsAreEncoded(String path, String written) {
        assertEquals(written, BagPath.encode(path));
        assertEquals(path, BagPath.decode(written));
    }

    @Test
    void lineBreaksAreEncoded() {
        assertEquals("a%0D%0Ab", BagPath.encode("a\r\nb"));
        assertEquals("a\r\nb", BagPath.decode("a%0d%0ab"));
        assertThrows(IllegalArgumentException.class, () -> BagPath.decode("a%20b"));
        assertThrows(IllegalArgumentException.class, () -> BagPath.decode("a%"));
    }

    @ParameterizedTest
    @CsvSource({
        "data/a, data/a",
        "data/a, data/A",
        "data/\u00e9, data/e\u0301",
        "data/stra\u00dfe, data/STRASSE",
        "data/\u03c3, data/\u03c2",
        "data/a, data/a/b",
        "data/a/b, data/A",
        "data/a/b/c, data/a/B"
    })
    void pathsThatBecomeOneAreRefused(String first, String second) throws BagException {
        BagPaths paths = new BagPaths();
        paths.addFile(first);
        BagException refused = assertThrows(BagException.class, () -> paths.addFile(second));
        assertEquals(BagProblem.COLLIDING_PATH, refused.problem());
        assertEquals(second, refused.path());
    }

    @Test
    void foldersMayComeAgainButNotAsFiles() throws BagException {
        BagPaths paths = new BagPaths();
        paths.addFolder("data");
        paths.addFile("data/a");
        paths.addFolder("data");
        assertThrows(BagException.class, () -> paths.addFolder("data/A"));
        assertThrows(BagException.class, () -> paths.addFile("DATA"));
    }
}
