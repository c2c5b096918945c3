package org.sekisho.web.shared;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.CsvLine;
import org.sekisho.domain.shared.Page;

/** Answers with a list as CSV: UTF-8 with a byte order mark, so that spreadsheets read Japanese, and no cell is a formula. */
public final class CsvDownload {

    private CsvDownload() {}

    /**
     * Writes all pages of a list, one after the other, and completes the answer.
     *
     * @param file name without ending
     * @param page the page after a cursor; the first for none
     */
    public static <T> void send(
            String file,
            List<String> header,
            Function<Optional<String>, Page<T>> page,
            Function<T, List<? extends @Nullable Object>> cells) {
        FacesContext faces = FacesContext.getCurrentInstance();
        // Read before the answer begins: a refusal can still become a page.
        Page<T> part = page.apply(Optional.empty());
        try (Writer out = begin(faces.getExternalContext(), file)) {
            out.write(CsvLine.BYTE_ORDER_MARK);
            CsvLine.write(out, header);
            while (true) {
                for (T each : part.items()) {
                    CsvLine.write(out, cells.apply(each));
                }
                if (part.next().isEmpty()) {
                    break;
                }
                part = page.apply(part.next());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        faces.responseComplete();
    }

    private static Writer begin(ExternalContext answer, String file) throws IOException {
        answer.setResponseContentType("text/csv; charset=UTF-8");
        answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + file + ".csv\"");
        return new OutputStreamWriter(answer.getResponseOutputStream(), StandardCharsets.UTF_8);
    }
}
