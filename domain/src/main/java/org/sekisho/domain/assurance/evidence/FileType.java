package org.sekisho.domain.assurance.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The types of files that evidence can have. What a file is follows from its bytes, and must be what its name says. */
public enum FileType {
    PDF(Family.PDF, "application/pdf", "pdf"),
    PNG(Family.IMAGE, "image/png", "png"),
    JPEG(Family.IMAGE, "image/jpeg", "jpg", "jpeg"),
    TEXT(Family.TEXT, "text/plain", "txt", "log"),
    CSV(Family.TEXT, "text/csv", "csv"),
    JSON(Family.TEXT, "application/json", "json"),
    XML(Family.TEXT, "application/xml", "xml"),
    /** A mail as it was sent (RFC 5322). */
    MAIL(Family.MAIL, "message/rfc822", "eml"),
    DOCX(Family.OFFICE, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX(Family.OFFICE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX(Family.OFFICE, "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    ZIP(Family.ARCHIVE, "application/zip", "zip");

    /** How much of a file's beginning {@link #detect} needs: all of it, where the file is shorter. */
    public static final int HEAD = 16 * 1024;

    private final Family family;
    private final String mediaType;
    private final List<String> extensions;

    FileType(Family family, String mediaType, String... extensions) {
        this.family = family;
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** What is checked in the same way. */
    enum Family {
        PDF,
        IMAGE,
        /** UTF-8 throughout. */
        TEXT,
        /** Lines of a mail, in whatever character sets its parts have. */
        MAIL,
        /** Office Open XML (ECMA-376): a ZIP with known names in it. */
        OFFICE,
        ARCHIVE;

        boolean isZip() {
            return this == OFFICE || this == ARCHIVE;
        }
    }

    /**
     * The type of a file, where its bytes and its name agree. A pure function; it looks at the beginning only, and what can be told
     * from the rest is {@link ContentCheck}'s to tell.
     *
     * @param head the first {@link #HEAD} bytes, or all of a shorter file
     * @param declaredName the name that the file came with
     * @throws org.sekisho.domain.shared.Refusal with {@code assurance.file-empty}, {@code file-executable},
     *     {@code file-type-not-allowed}, {@code file-polyglot}, {@code file-active}, {@code file-not-utf8} or
     *     {@code file-type-mismatch}
     */
    public static FileType detect(byte[] head, String declaredName) {
        return FileHead.detect(head, declaredName);
    }

    /** The type that an extension stands for, in any case, without the full stop. */
    public static Optional<FileType> ofExtension(String extension) {
        String lower = extension.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(lower))
                .findFirst();
    }

    Family family() {
        return family;
    }

    /** As it is sent with the file. */
    public String mediaType() {
        return mediaType;
    }

    /** What names of this type end in, without the full stop. */
    public String extension() {
        return extensions.get(0);
    }
}
