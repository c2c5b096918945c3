package org.sekisho.domain.assurance.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of every type, sound and unsound. */
final class Samples {

    static final String PNG_HEAD = "89504e470d0a1a0a0000000d49484452";
    static final String PNG_END = "0000000049454e44ae426082";

    private Samples() {}

    static byte[] of(FileType type) {
        return switch (type) {
            case PDF -> text("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
            case PNG -> hex(PNG_HEAD + "00000001000000010802000000907753de" + PNG_END);
            case JPEG -> hex("ffd8ffe000104a46494600010100000100010000ffd9");
            case TEXT -> text("2026-08-09 研修を実施した\n");
            case CSV -> text("\ufeff氏名,日付\r\n青葉太郎,2026-08-09\r\n");
            case JSON -> text(" {\"name\":\"研修\"}\n");
            case XML -> text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<records><r/></records>\n");
            case MAIL -> text("From: a@aoba.example\r\nDate: Mon, 10 Aug 2026 09:00:00 +0900\r\n\r\nHello\r\n");
            case DOCX -> zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");
            case XLSX -> zip("_rels/.rels", "xl/workbook.xml", "[Content_Types].xml");
            case PPTX -> zip("[Content_Types].xml", "ppt/presentation.xml");
            case ZIP -> zip("a.txt");
        };
    }

    static byte[] zip(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(text("<x/>"));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
