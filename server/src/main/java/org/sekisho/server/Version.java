package org.sekisho.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What was built, as the build wrote it down. */
final class Version {

    private static final Properties BUILD = read();

    private Version() {}

    static String sekisho() {
        return BUILD.getProperty("sekisho");
    }

    static String payara() {
        return BUILD.getProperty("payara");
    }

    static String postgres() {
        return BUILD.getProperty("postgres");
    }

    /** The major version, which the files of a database belong to. */
    static String postgresMajor() {
        return postgres().substring(0, postgres().indexOf('.'));
    }

    private static Properties read() {
        Properties build = new Properties();
        try (InputStream file = Version.class.getResourceAsStream("build.properties")) {
            build.load(file);
            return build;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
