package org.sekisho.domain.report.intake;

import java.io.IOException;
import java.io.InputStream;

/** A file that is kept and can be read from its beginning more than once. */
@FunctionalInterface
public interface SourceFile {

    /** Opens it at its first byte. */
    InputStream open() throws IOException;
}
