package org.sekisho.domain.assurance.evidence;

import static org.sekisho.domain.assurance.evidence.Bytes.ascii;
import static org.sekisho.domain.assurance.evidence.Bytes.hex;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/** Tells a file's type from its first bytes and its name: {@link FileType#detect}. */
final class FileHead {

    private static final int NAME_LIMIT = 255;

    /** Readers of PDF accept its signature this far into a file, so it may not stand there in a file of another type. */
    private static final int PDF_SIGNATURE_WITHIN = 1024;

    private static final byte[] PDF = ascii("%PDF-");
    private static final byte[] PNG = hex("89504e470d0a1a0a");
    private static final byte[] PNG_FIRST_CHUNK = ascii("IHDR");
    private static final byte[] JPEG = hex("ffd8ff");
    private static final byte[] ZIP_ENTRY = hex("504b0304");
    private static final int ZIP_NAME_LENGTH_AT = 26;
    private static final int ZIP_NAME_AT = 30;
    private static final byte[] MACROS = ascii("vbaProject.bin");
    private static final byte[] BYTE_ORDER_MARK = hex("efbbbf");

    private static final Set<String> EXECUTABLE_EXTENSIONS = Set.of(
            "apk", "app", "bat", "chm", "cmd", "com", "cpl", "dll", "docm", "dotm", "exe", "hta", "jar", "js", "jse",
            "lnk", "msi", "msix", "pif", "potm", "ppam", "ppsm", "pptm", "ps1", "reg", "scr", "sh", "vbe", "vbs", "wsf",
            "wsh", "xlam", "xlsm", "xltm");

    /** ELF, Mach-O in its byte orders, Java class, WebAssembly, Android, a Windows shortcut, a library, a script. */
    private static final List<byte[]> EXECUTABLES = List.of(
            hex("7f454c46"),
            hex("feedface"),
            hex("feedfacf"),
            hex("cefaedfe"),
            hex("cffaedfe"),
            hex("cafebabe"),
            hex("0061736d"),
            hex("6465780a"),
            hex("4c0000000114020000000000"),
            ascii("!<arch>"),
            ascii("#!"));

    private static final byte[] WINDOWS_EXECUTABLE = ascii("MZ");

    /** What makes a browser take a text for a page. */
    private static final Pattern PAGE = Pattern.compile("^\\s*<(?:!doctype\\s+html|html|script|iframe|svg)\\b");

    private static final Pattern XML = Pattern.compile("^<[?!A-Za-z_]");

    /** What runs, or is fetched, when an XML file is opened. */
    private static final Pattern ACTIVE_XML = Pattern.compile(
            "<!doctype|<!entity|<\\?xml-stylesheet|<(?:[\\w.-]+:)?script\\b|<(?:[\\w.-]+:)?svg\\b|www\\.w3\\.org/1999/xhtml");

    private static final Pattern MAIL_FIELD = Pattern.compile("^[!-9;-~]+:.*", Pattern.DOTALL);
    private static final Pattern KNOWN_MAIL_FIELD = Pattern.compile(
            "^(?:from|date|received|return-path|message-id|subject|mime-version|delivered-to|to):", Pattern.MULTILINE);

    private final byte[] head;
    private final FileType declared;

    private FileHead(byte[] head, FileType declared) {
        this.head = head;
        this.declared = declared;
    }

    static FileType detect(byte[] head, String declaredName) {
        String extension = extensionOf(Checks.requireText(declaredName, "fileName", NAME_LIMIT));
        Checks.check(!EXECUTABLE_EXTENSIONS.contains(extension), AssuranceError.FILE_EXECUTABLE);
        Checks.check(head.length > 0, AssuranceError.FILE_EMPTY);
        Checks.check(!isExecutable(head), AssuranceError.FILE_EXECUTABLE);
        FileType declared = FileType.ofExtension(extension)
                .orElseThrow(() -> Refusal.of(AssuranceError.FILE_TYPE_NOT_ALLOWED, "extension", extension));
        FileHead file = new FileHead(head, declared);
        file.requireOneType();
        file.requireDeclared();
        return declared;
    }

    /** The last extension in lower case; Windows doesn't see full stops and spaces at the end of a name. */
    private static String extensionOf(String name) {
        String seen = name.replaceAll("[.\\s]+$", "");
        int stop = seen.lastIndexOf('.');
        return stop < 0 ? "" : seen.substring(stop + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isExecutable(byte[] head) {
        boolean windows = Bytes.startsWith(head, WINDOWS_EXECUTABLE) && Bytes.contains(head, new byte[] {0});
        return windows || EXECUTABLES.stream().anyMatch(signature -> Bytes.startsWith(head, signature));
    }

    /** Refuses what another reader would take for something else. */
    private void requireOneType() {
        int pdf = Bytes.find(head, PDF, 0);
        boolean asPdf = pdf >= 0 && pdf < PDF_SIGNATURE_WITHIN && !(declared == FileType.PDF && pdf == 0);
        boolean asZip =
                !declared.family().isZip() && Bytes.contains(head, ZIP_ENTRY) && !Bytes.startsWith(head, ZIP_ENTRY);
        boolean asPage = declared.family() == FileType.Family.IMAGE
                && Bytes.lowerCase(head).contains("<script");
        Checks.check(!asPdf && !asZip && !asPage, AssuranceError.FILE_POLYGLOT);
    }

    private void requireDeclared() {
        switch (declared) {
            case PDF -> requireMatch(Bytes.startsWith(head, PDF));
            case PNG -> requireMatch(Bytes.startsWith(head, PNG) && Bytes.at(head, PNG.length + 4, PNG_FIRST_CHUNK));
            case JPEG -> requireMatch(Bytes.startsWith(head, JPEG) && head.length > 3 && (head[3] & 0xFF) >= 0xC0);
            case ZIP -> requireMatch(Bytes.startsWith(head, ZIP_ENTRY));
            case DOCX -> requireOffice("word/");
            case XLSX -> requireOffice("xl/");
            case PPTX -> requireOffice("ppt/");
            case MAIL -> requireMail();
            case TEXT, CSV -> text();
            case JSON -> {
                String text = text().stripLeading();
                requireMatch(text.startsWith("{") || text.startsWith("["));
            }
            case XML -> {
                String text = text().stripLeading();
                requireMatch(XML.matcher(text).find());
                Checks.check(!ACTIVE_XML.matcher(text.toLowerCase(Locale.ROOT)).find(), AssuranceError.FILE_ACTIVE);
            }
        }
    }

    private void requireMatch(boolean matches) {
        Checks.check(matches, AssuranceError.FILE_TYPE_MISMATCH, Map.of("declared", declared));
    }

    /** A ZIP whose first names are those of an office document, of this kind where its own parts come early enough. */
    private void requireOffice(String part) {
        requireMatch(Bytes.startsWith(head, ZIP_ENTRY));
        List<String> names = zipNames();
        requireMatch(names.stream().anyMatch(name -> name.equals("[Content_Types].xml") || name.startsWith("_rels/")));
        requireMatch(names.stream()
                .filter(name -> name.startsWith("word/") || name.startsWith("xl/") || name.startsWith("ppt/"))
                .findFirst()
                .filter(name -> !name.startsWith(part))
                .isEmpty());
        Checks.check(!Bytes.contains(head, MACROS), AssuranceError.FILE_ACTIVE);
    }

    /** The names of the entries that begin in the head (APPNOTE.TXT, section 4.3.7). */
    private List<String> zipNames() {
        List<String> names = new ArrayList<>();
        for (int at = 0; at >= 0; at = Bytes.find(head, ZIP_ENTRY, at + ZIP_ENTRY.length)) {
            if (head.length - at < ZIP_NAME_AT) {
                break;
            }
            int length = Bytes.littleEndian16(head, at + ZIP_NAME_LENGTH_AT);
            if (head.length - at - ZIP_NAME_AT >= length) {
                names.add(new String(head, at + ZIP_NAME_AT, length, StandardCharsets.UTF_8));
            }
        }
        return names;
    }

    private void requireMail() {
        String text = Bytes.lowerCase(head);
        requireMatch(text.indexOf('\0') < 0
                && MAIL_FIELD.matcher(text).matches()
                && KNOWN_MAIL_FIELD.matcher(text).find());
    }

    /** The head as UTF-8 text; the last character may be cut where the file is longer than the head. */
    private String text() {
        int offset = Bytes.startsWith(head, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
        CharBuffer text = CharBuffer.allocate(head.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        boolean whole = head.length < FileType.HEAD;
        CoderResult result = decoder.decode(ByteBuffer.wrap(head, offset, head.length - offset), text, whole);
        Checks.check(!result.isError(), AssuranceError.FILE_NOT_UTF8);
        String words = text.flip().toString();
        requireMatch(words.chars().noneMatch(FileHead::isControl));
        Checks.check(!PAGE.matcher(words.toLowerCase(Locale.ROOT)).find(), AssuranceError.FILE_ACTIVE);
        return words;
    }

    private static boolean isControl(int c) {
        return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F;
    }
}
