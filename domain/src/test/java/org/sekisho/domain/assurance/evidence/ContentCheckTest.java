package org.sekisho.domain.assurance.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.assurance.evidence.Samples.hex;
import static org.sekisho.domain.assurance.evidence.Samples.join;
import static org.sekisho.domain.assurance.evidence.Samples.text;
import static org.sekisho.domain.assurance.evidence.Samples.zip;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.proof.hash.Sha256;

class ContentCheckTest {

    private static final EvidenceLimits ALL = new EvidenceLimits(1_000_000, EnumSet.allOf(FileType.class));

    @ParameterizedTest
    @EnumSource(FileType.class)
    void soundFileOfEveryTypePassesInPiecesOfAnySize(FileType type) {
        byte[] file = Samples.of(type);
        CRC32 crc = new CRC32();
        crc.update(file);
        CheckedContent expected = new CheckedContent(type, file.length, Sha256.hex(file), crc.getValue());
        for (int piece : new int[] {1, 2, 3, 7, file.length}) {
            assertEquals(expected, check(ALL, "a." + type.extension(), file, piece));
        }
    }

    @Test
    void largeTextPassesWhereverItsCharactersAreCut() {
        byte[] file = text("監査証跡\n".repeat(20_000));
        for (int piece : new int[] {1_001, 8_192, 65_536, file.length}) {
            assertEquals(Sha256.hex(file), check(ALL, "a.txt", file, piece).sha256());
        }
    }

    @Test
    void textMustBeUtf8BeyondItsBeginningToo() {
        byte[] head = text("a".repeat(FileType.HEAD));
        Refused.with(AssuranceError.FILE_NOT_UTF8, () -> check(ALL, "a.txt", join(head, hex("82a0")), 1_000));
        Refused.with(AssuranceError.FILE_NOT_UTF8, () -> check(ALL, "a.txt", join(head, hex("00")), 1_000));
        byte[] cut = join(head, Arrays.copyOf(text("研"), 2));
        Refused.with(AssuranceError.FILE_NOT_UTF8, () -> check(ALL, "a.txt", cut, 1_000));
    }

    @Test
    void sizeIsRefusedOnTheFirstByteTooMany() {
        EvidenceLimits ten = new EvidenceLimits(10, EnumSet.allOf(FileType.class));
        assertEquals(10, check(ten, "a.txt", text("0123456789"), 3).size());
        ContentCheck check = new ContentCheck(ten, "a.txt");
        check.update(text("0123456789"), 0, 10);
        assertEquals(
                10L,
                Refused.with(AssuranceError.FILE_TOO_LARGE, () -> check.update(text("x"), 0, 1))
                        .parameters()
                        .get("limit"));
        Refused.with(AssuranceError.FILE_TOO_LARGE, () -> ten.checkSize(11));
    }

    @Test
    void typeIsRefusedAsSoonAsTheHeadIsIn() {
        ContentCheck check = new ContentCheck(ALL, "a.pdf");
        byte[] head = text("x".repeat(FileType.HEAD));
        check.update(head, 0, head.length - 1);
        Refused.with(AssuranceError.FILE_TYPE_MISMATCH, () -> check.update(head, 0, 1));
    }

    @Test
    void bareArchiveIsNotTakenUsually() {
        Refused.with(
                AssuranceError.FILE_TYPE_NOT_ALLOWED,
                () -> check(EvidenceLimits.USUAL, "a.zip", Samples.of(FileType.ZIP), 100));
        assertEquals(EvidenceLimits.USUAL_MOST_BYTES, EvidenceLimits.USUAL.mostBytes());
        assertEquals(
                FileType.values().length - 1, EvidenceLimits.USUAL.allowed().size());
    }

    @Test
    void emptyFileIsRefused() {
        Refused.with(AssuranceError.FILE_EMPTY, () -> new ContentCheck(ALL, "a.txt").finish());
    }

    @Test
    void limitsHaveBounds() {
        Refused.with(SharedError.MALFORMED, () -> new EvidenceLimits(0, EnumSet.of(FileType.PDF)));
        Refused.with(SharedError.MALFORMED, () -> new EvidenceLimits(1, EnumSet.noneOf(FileType.class)));
    }

    @ParameterizedTest
    @EnumSource(
            value = FileType.class,
            names = {"TEXT", "CSV", "MAIL"},
            mode = EnumSource.Mode.EXCLUDE)
    void truncatedFileIsRefused(FileType type) {
        byte[] file = Samples.of(type);
        int cut = type == FileType.PDF ? file.length - 4 : file.length - 2;
        Refused.with(
                AssuranceError.FILE_TRUNCATED, () -> check(ALL, "a." + type.extension(), Arrays.copyOf(file, cut), 10));
    }

    static Stream<Arguments> followed() {
        byte[] archive = zip("evil.exe");
        byte[] filler = new byte[FileType.HEAD];
        new Random(1).nextBytes(filler);
        return Stream.of(
                Arguments.of("a.png", join(Samples.of(FileType.PNG), text("more"))),
                Arguments.of("a.png", join(hex(Samples.PNG_HEAD), filler, archive)),
                Arguments.of("a.jpg", join(hex("ffd8ffe0"), filler, hex("ffd9"), archive)),
                Arguments.of("a.pdf", join(text("%PDF-1.7\n"), filler, text("%%EOF\n"), archive)));
    }

    @ParameterizedTest
    @MethodSource("followed")
    void fileThatSomethingHangsOnToIsRefused(String name, byte[] file) {
        Refused.with(AssuranceError.FILE_POLYGLOT, () -> check(ALL, name, file, 4_096));
    }

    @Test
    void archiveBehindALongCommentIsStillFound() {
        byte[] end = hex("504b0506" + "00".repeat(16) + "ffff");
        byte[] comment = new byte[0xFFFF];
        byte[] pdf = text("%PDF-1.7\n" + "x".repeat(FileType.HEAD));
        Refused.with(AssuranceError.FILE_POLYGLOT, () -> check(ALL, "a.pdf", join(pdf, end, comment), 5_000));
    }

    @Test
    void macrosAreFoundInTheDirectoryAtTheEnd() {
        String[] names = new String[600];
        Arrays.setAll(names, i -> "word/media/image-with-a-long-name-" + i + ".png");
        names[0] = "[Content_Types].xml";
        names[599] = "word/vbaProject.bin";
        byte[] file = zip(names);
        assertTrue(file.length > 2 * FileType.HEAD);
        Refused.with(AssuranceError.FILE_ACTIVE, () -> check(ALL, "a.docx", file, 4_096));
    }

    @Test
    void tailIsRightHoweverTheFileArrives() {
        byte[] middle = new byte[300_000];
        new Random(2).nextBytes(middle);
        byte[] png = join(hex(Samples.PNG_HEAD), middle, hex(Samples.PNG_END));
        for (int piece : new int[] {13, 1_000, 65_557, 70_000, 140_000, png.length}) {
            assertEquals(png.length, check(ALL, "a.png", png, piece).size());
        }
    }

    private static CheckedContent check(EvidenceLimits limits, String name, byte[] file, int piece) {
        ContentCheck check = new ContentCheck(limits, name);
        for (int at = 0; at < file.length; at += piece) {
            check.update(file, at, Math.min(piece, file.length - at));
        }
        return check.finish();
    }
}
