package org.sekisho.domain.report.intake;

import java.io.IOException;

/** Reads a file of one format. */
public interface SourceReader {

    /**
     * Reads the whole file.
     *
     * @throws org.sekisho.domain.shared.Refusal with an {@link IntakeError} when the file as a whole can't be taken in; what the sink
     *     was given before doesn't count then
     */
    void read(SourceFile file, FindingSink sink) throws IOException;
}
