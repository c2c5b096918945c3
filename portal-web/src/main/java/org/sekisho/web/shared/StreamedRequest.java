package org.sekisho.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request whose form is read by {@link StreamedForm} and not by the container. */
final class StreamedRequest extends HttpServletRequestWrapper {

    private final StreamedForm form;
    private final Map<String, String[]> parameters;

    StreamedRequest(HttpServletRequest request, StreamedForm form) {
        super(request);
        this.form = form;
        this.parameters = new LinkedHashMap<>(request.getParameterMap());
        form.fields()
                .forEach((name, values) -> parameters.merge(
                        name, values.toArray(String[]::new), (address, field) -> Stream.of(address, field)
                                .flatMap(Stream::of)
                                .toArray(String[]::new)));
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public Collection<Part> getParts() {
        return form.file().map(List::of).orElse(List.of());
    }

    @Override
    public @Nullable Part getPart(String name) {
        return form.file().filter(part -> part.getName().equals(name)).orElse(null);
    }
}
