package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

/** What auditors make on a machine of their own before they ask for packs: a key that never leaves it, and a certificate for it. */
public final class AuditorsCertificate {

    private final Path folder;

    private AuditorsCertificate(Path folder) {
        this.folder = folder;
    }

    /** Makes {@code private.key} and {@code certificate.pem} in a folder. */
    public static AuditorsCertificate make(Path folder) throws IOException, InterruptedException {
        Shell.Said said = Shell.run(
                folder,
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:3072",
                "-sha256",
                "-nodes",
                "-days",
                "90",
                "-subj",
                "/O=Audit Partners LLC/CN=Evidence",
                "-keyout",
                "private.key",
                "-out",
                "certificate.pem");
        assertTrue(said.isDone(), said::text);
        return new AuditorsCertificate(folder);
    }

    public Path file() {
        return folder.resolve("certificate.pem");
    }

    /** Pairs of digits with colons, as openssl prints it and the portal shows it. */
    public String fingerprint() throws IOException, InterruptedException {
        Shell.Said said =
                Shell.run(folder, "openssl", "x509", "-in", "certificate.pem", "-noout", "-fingerprint", "-sha256");
        return said.text().replaceFirst(".*=", "");
    }

    /** Decrypts a pack in the same folder, by the names that its two files were downloaded with; the ZIP file. */
    public Path decrypt(String pack) throws IOException, InterruptedException {
        Shell.Said said = Shell.lines(
                folder,
                """
                openssl cms -decrypt -binary -inform DER -in %1$s.zip.p7m -content %1$s.zip.enc \
                  -recip certificate.pem -inkey private.key -out %1$s.zip"""
                        .formatted(pack));
        assertTrue(said.isDone(), said::text);
        return folder.resolve(pack + ".zip");
    }
}
