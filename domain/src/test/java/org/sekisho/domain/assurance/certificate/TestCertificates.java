package org.sekisho.domain.assurance.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.sekisho.domain.assurance.Audit;

/** Certificates of test resources, most of them valid from 2020 to 2100; nobody has their keys. */
public final class TestCertificates {

    private TestCertificates() {}

    /** A file by its name without ".pem". */
    public static byte[] file(String name) {
        try (InputStream in = Objects.requireNonNull(TestCertificates.class.getResourceAsStream(name + ".pem"), name)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One that was read in November. */
    public static PackCertificate read(String name) {
        return PackCertificate.of(file(name), Audit.NOVEMBER);
    }
}
