package org.sekisho.web.shared;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that is still in the request: its content can be read once, and is never written to a disk by being sent. */
final class StreamedPart implements Part {

    private final PartHead head;
    private final InputStream content;
    private final long mostBytes;

    /** @param mostBytes how large it can be at most; how large it is, shows when it has been read */
    StreamedPart(PartHead head, InputStream content, long mostBytes) {
        this.head = head;
        this.content = content;
        this.mostBytes = mostBytes;
    }

    @Override
    public InputStream getInputStream() {
        return content;
    }

    @Override
    public @Nullable String getContentType() {
        return getHeader("content-type");
    }

    @Override
    public String getName() {
        return head.name();
    }

    @Override
    public String getSubmittedFileName() {
        return head.fileName().orElse("");
    }

    /** The most that it can be. Faces takes a file of no size for none. */
    @Override
    public long getSize() {
        return mostBytes;
    }

    @Override
    public void write(String fileName) throws IOException {
        throw new IOException("What is sent isn't written to a file unsealed");
    }

    @Override
    public void delete() {
        // There is nothing but what is still in the request.
    }

    @Override
    public @Nullable String getHeader(String name) {
        return head.headers().get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public Collection<String> getHeaders(String name) {
        return Optional.ofNullable(getHeader(name)).map(List::of).orElse(List.of());
    }

    @Override
    public Collection<String> getHeaderNames() {
        return head.headers().keySet();
    }
}
