package org.sekisho.domain.assurance.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.assurance.evidence.Samples.hex;
import static org.sekisho.domain.assurance.evidence.Samples.join;
import static org.sekisho.domain.assurance.evidence.Samples.text;
import static org.sekisho.domain.assurance.evidence.Samples.zip;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.Refused;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

class FileTypeTest {

    static Stream<Arguments> pairs() {
        return Arrays.stream(FileType.values())
                .flatMap(name -> Arrays.stream(FileType.values()).map(content -> Arguments.of(name, content)));
    }

    /** Types that share a form, so that one passes for the other: text is text, and an office document is a ZIP. */
    private static boolean passesFor(FileType content, FileType name) {
        boolean asText = (name == FileType.TEXT || name == FileType.CSV)
                && (content.family() == FileType.Family.TEXT || content == FileType.MAIL);
        return content == name
                || asText
                || (name == FileType.ZIP && content.family().isZip());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void fileIsWhatBothItsNameAndItsBytesSay(FileType name, FileType content) {
        byte[] head = Samples.of(content);
        String declared = "記録." + name.extension();
        if (passesFor(content, name)) {
            assertEquals(name, FileType.detect(head, declared));
        } else {
            Refusal refusal = assertThrows(Refusal.class, () -> FileType.detect(head, declared));
            assertTrue(expected(name, content).contains(refusal.code()), refusal.toString());
        }
    }

    /** What stands behind the signature decides which of these comes first. */
    private static Set<ErrorCode> expected(FileType name, FileType content) {
        if (content == FileType.PDF) {
            return Set.of(AssuranceError.FILE_POLYGLOT);
        }
        return name.family() == FileType.Family.TEXT
                ? Set.of(AssuranceError.FILE_TYPE_MISMATCH, AssuranceError.FILE_NOT_UTF8)
                : Set.of(AssuranceError.FILE_TYPE_MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.PDF", "a.b.pdf", "研修記録.pdf", "a.pdf.", "a.pdf. "})
    void nameIsReadByItsLastExtension(String name) {
        assertEquals(FileType.PDF, FileType.detect(Samples.of(FileType.PDF), name));
    }

    @Test
    void bothExtensionsOfJpegAreKnown() {
        assertEquals(FileType.JPEG, FileType.detect(Samples.of(FileType.JPEG), "a.jpeg"));
        assertEquals(Optional.of(FileType.JPEG), FileType.ofExtension("JPG"));
        assertEquals(Optional.of(FileType.TEXT), FileType.ofExtension("log"));
        assertEquals(Optional.empty(), FileType.ofExtension("html"));
    }

    @Test
    void emptyFileIsRefused() {
        Refused.with(AssuranceError.FILE_EMPTY, () -> FileType.detect(new byte[0], "a.pdf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.html", "a.svg", "a.doc", "a.7z", "pdf", ".", "a.pdf.gz"})
    void unknownExtensionIsRefused(String name) {
        Refused.with(AssuranceError.FILE_TYPE_NOT_ALLOWED, () -> FileType.detect(Samples.of(FileType.PDF), name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.exe", "a.pdf.exe", "a.PS1", "a.docm", "a.xlsm", "a.jar", "a.exe. .", "a.js", "a.lnk"})
    void executableNameIsRefusedWhateverTheBytes(String name) {
        Refused.with(AssuranceError.FILE_EXECUTABLE, () -> FileType.detect(Samples.of(FileType.PDF), name));
    }

    @Test
    void nameThatReadsBackwardsIsRefused() {
        Refused.with(
                SharedError.MALFORMED, () -> FileType.detect(Samples.of(FileType.PDF), "invoice\u202Efdp.exe.pdf"));
    }

    static Stream<byte[]> executables() {
        return Stream.of(
                hex("4d5a90000300000004000000"),
                hex("7f454c4602010100"),
                hex("cafebabe0000003d"),
                hex("feedfacf07000001"),
                hex("cffaedfe07000001"),
                hex("0061736d01000000"),
                hex("6465780a30333500"),
                hex("4c0000000114020000000000c0000000"),
                text("#!/bin/sh\nrm -rf /\n"),
                text("!<arch>\n"));
    }

    @ParameterizedTest
    @MethodSource("executables")
    void executableBytesAreRefusedUnderEveryName(byte[] head) {
        for (FileType type : FileType.values()) {
            Refused.with(AssuranceError.FILE_EXECUTABLE, () -> FileType.detect(head, "a." + type.extension()));
        }
    }

    @Test
    void textThatOnlyBeginsLikeAnExecutableIsText() {
        assertEquals(FileType.CSV, FileType.detect(text("MZ-100,発注\n"), "a.csv"));
    }

    static Stream<Arguments> polyglots() {
        byte[] pdf = Samples.of(FileType.PDF);
        return Stream.of(
                Arguments.of("a.png", join(Samples.of(FileType.PNG), pdf)),
                Arguments.of("a.jpg", join(hex("ffd8ffe0"), pdf)),
                Arguments.of("a.txt", join(text("notes\n"), pdf)),
                Arguments.of("a.pdf", join(text("\n"), pdf)),
                Arguments.of("a.pdf", join(pdf, zip("a.txt"))),
                Arguments.of("a.png", join(Samples.of(FileType.PNG), zip("a.txt"))),
                Arguments.of("a.jpg", join(hex("ffd8fffe0020"), text("<SCRIPT>alert(1)</script>"), hex("ffd9"))));
    }

    @ParameterizedTest
    @MethodSource("polyglots")
    void fileOfTwoTypesIsRefused(String name, byte[] head) {
        Refused.with(AssuranceError.FILE_POLYGLOT, () -> FileType.detect(head, name));
    }

    @Test
    void signatureFarIntoAFileIsNoSecondType() {
        byte[] mentions = join(text("x".repeat(2000)), text("%PDF-1.7"));
        assertEquals(FileType.TEXT, FileType.detect(mentions, "a.txt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><title>x</title>",
                "  <html><script>1</script></html>",
                "\ufeff<script>alert(1)</script>",
                "<svg onload=alert(1)>"
            })
    void pageIsNoText(String content) {
        for (FileType type : new FileType[] {FileType.TEXT, FileType.CSV, FileType.JSON, FileType.XML}) {
            Refused.with(AssuranceError.FILE_ACTIVE, () -> FileType.detect(text(content), "a." + type.extension()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                "<?xml version='1.0'?><!doctype a SYSTEM 'http://elsewhere.example/a.dtd'><a/>",
                "<?xml-stylesheet href='a.xsl'?><a/>",
                "<a xmlns:h='http://www.w3.org/1999/xhtml'><h:script/></a>",
                "<a><s:svg xmlns:s='urn:x'/></a>",
                "<a><script/></a>"
            })
    void xmlThatFetchesOrRunsSomethingIsRefused(String content) {
        Refused.with(AssuranceError.FILE_ACTIVE, () -> FileType.detect(text(content), "a.xml"));
    }

    @Test
    void textMustBeUtf8() {
        byte[] shiftJis = "研修記録,青葉銀行\r\n".getBytes(Charset.forName("Shift_JIS"));
        Refused.with(AssuranceError.FILE_NOT_UTF8, () -> FileType.detect(shiftJis, "a.csv"));
        byte[] utf16 = "a,b\r\n".getBytes(StandardCharsets.UTF_16);
        Refused.with(AssuranceError.FILE_NOT_UTF8, () -> FileType.detect(utf16, "a.csv"));
        byte[] cut = Arrays.copyOf(text("研"), 2);
        Refused.with(AssuranceError.FILE_NOT_UTF8, () -> FileType.detect(cut, "a.txt"));
    }

    @Test
    void characterCutByTheEndOfTheHeadIsNoError() {
        byte[] head = Arrays.copyOf(text("a" + "研".repeat(FileType.HEAD)), FileType.HEAD);
        assertEquals(FileType.TEXT, FileType.detect(head, "a.txt"));
    }

    @Test
    void controlCharactersAreNoText() {
        Refused.with(AssuranceError.FILE_TYPE_MISMATCH, () -> FileType.detect(hex("61001b62"), "a.txt"));
        assertEquals(FileType.TEXT, FileType.detect(text("a\tb\r\nc\f"), "a.txt"));
    }

    @Test
    void mailMayHaveOtherCharacterSets() {
        byte[] mail = join(
                text("Received: from x\r\nSubject: =?ISO-2022-JP?B?x?=\r\n\r\n"),
                hex("1b2442242224221b2842"),
                hex("82a0"));
        assertEquals(FileType.MAIL, FileType.detect(mail, "a.eml"));
        Refused.with(AssuranceError.FILE_TYPE_MISMATCH, () -> FileType.detect(text("Hello: world\n"), "a.eml"));
        Refused.with(AssuranceError.FILE_TYPE_MISMATCH, () -> FileType.detect(text("\nFrom: a@b\n"), "a.eml"));
    }

    @Test
    void officeDocumentWithMacrosIsRefused() {
        byte[] macros = zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");
        Refused.with(AssuranceError.FILE_ACTIVE, () -> FileType.detect(macros, "a.docx"));
    }

    @Test
    void zipWithoutThePartsOfAnOfficeDocumentIsNone() {
        Refused.with(AssuranceError.FILE_TYPE_MISMATCH, () -> FileType.detect(zip("word/document.xml"), "a.docx"));
        Refused.with(AssuranceError.FILE_TYPE_MISMATCH, () -> FileType.detect(zip("a.txt", "b.txt"), "a.docx"));
    }

    @ParameterizedTest
    @EnumSource(FileType.class)
    void noBeginningOfAnySampleBreaksTheDetection(FileType type) {
        byte[] sample = Samples.of(type);
        for (int length = 1; length < sample.length; length++) {
            byte[] head = Arrays.copyOf(sample, length);
            for (FileType name : FileType.values()) {
                try {
                    FileType.detect(head, "a." + name.extension());
                } catch (Refusal refusal) {
                    assertEquals("assurance", refusal.code().code().split("\\.")[0]);
                }
            }
        }
    }
}
