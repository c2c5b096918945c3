package org.sekisho.container.isolation;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sekisho.web.api.Listing;

/** Every address of the portal: the pages that are deployed, and the paths that resources declare. */
public final class Places {

    private Places() {}

    /**
     * A path of REST.
     *
     * @param path with the names of its parameters in braces
     * @param parameters of its query
     * @param paged whether it answers with a list, page by page
     */
    public record RestPath(String verb, String path, List<String> parameters, boolean paged) {

        /** Whether it takes an identifier; what is numbered alone, as catalogues of controls are, is everybody's. */
        public boolean namesAThing() {
            return numbered().contains("{");
        }

        /** The path with this identifier in every place but those of numbers. */
        String about(String identifier) {
            return numbered().replaceAll("\\{[^}]*}", identifier);
        }

        /** The path with the first of whatever it takes by number. */
        public String numbered() {
            return path.replaceAll("\\{(number|version)}", "1");
        }
    }

    /** The pages' addresses. */
    static Set<String> pages() {
        Set<String> pages = new TreeSet<>();
        for (String path : CDI.current().select(ServletContext.class).get().getResourcePaths("/")) {
            if (path.endsWith(".xhtml")) {
                pages.add(path.substring(0, path.length() - ".xhtml".length()));
            }
        }
        return pages;
    }

    public static List<RestPath> rest() {
        List<RestPath> paths = new ArrayList<>();
        CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(each -> each.isAnnotationPresent(Path.class))
                .distinct()
                .forEach(resource ->
                        Arrays.stream(resource.getMethods()).forEach(method -> add(paths, resource, method)));
        return paths;
    }

    private static void add(List<RestPath> paths, Class<?> resource, Method method) {
        Path own = method.getAnnotation(Path.class);
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                boolean paged = List.of(method.getParameterTypes()).contains(Listing.class);
                String path = "/api/v1/" + resource.getAnnotation(Path.class).value()
                        + (own == null ? "" : "/" + own.value());
                paths.add(new RestPath(verb.value(), path.replace("//", "/"), queries(method), paged));
            }
        }
    }

    private static List<String> queries(Method method) {
        List<String> queries = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                queries.add(query.value());
            }
        }
        return queries;
    }
}
