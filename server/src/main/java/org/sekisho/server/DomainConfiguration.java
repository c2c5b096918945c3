package org.sekisho.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Payara's configuration as the portal wants it. It is adapted once, when the server is unpacked; address and port are filled in at
 * each start, as text, since reading XML would cost a start more than it brings.
 */
final class DomainConfiguration {

    private static final String ADDRESS = "@sekisho.address@";
    private static final String PORT = "@sekisho.port@";
    private static final Map<String, String> DISABLED = Map.of("enabled", "false");

    /** What the portal serves as files. */
    private static final Set<String> FILE_KINDS = Set.of(
            "css", "csv", "gif", "htm", "html", "ico", "ics", "jpeg", "jpg", "js", "json", "map", "md", "mjs", "otf",
            "pdf", "png", "svg", "ttf", "txt", "webp", "woff", "woff2", "xml", "xsd", "zip");

    /** What the server would add at each start, an element a transaction, which together take a tenth of a second. */
    private static final List<String> EXPECTED = List.of(
            "config/amx-configuration",
            "config/stuck-threads-checker",
            "config/microprofile-fault-tolerance-configuration",
            "config/microprofile-healthcheck-configuration",
            "config/iiop-service",
            "config/web-container",
            "web-container/session-config",
            "session-config/session-manager",
            "session-manager/store-properties",
            "session-manager/manager-properties",
            "session-config/session-properties",
            "config/jdbc-config-source-configuration",
            "config/group-management-service",
            "group-management-service/failure-detection",
            "config/monitoring-service",
            "monitoring-service/module-monitoring-levels",
            "notification-service-configuration/cdi-eventbus-notifier-configuration",
            "notification-service-configuration/eventbus-notifier-configuration",
            "domain/deployment-groups",
            "domain/clusters");

    private DomainConfiguration() {}

    /** Fills in where the server listens. */
    static String listen(String configuration, String address, int port) {
        return configuration.replace(ADDRESS, address).replace(PORT, Integer.toString(port));
    }

    /**
     * Listens where it is told and nowhere else, closes {@code /metrics}, leaves {@code /openapi} to the portal and Hazelcast out,
     * doesn't say which server it is, calls nobody, and believes that the portal's descriptors are valid, which the build has seen.
     */
    static void adapt(Path file) throws IOException {
        edit(file, domain -> {
            set(domain, "network-listener", "http-listener", Map.of("address", ADDRESS, "port", PORT));
            set(domain, "network-listener", "https-listener", Map.of("enabled", "false"));
            set(domain, "http", "", Map.of("server-header", "false", "xpowered-by", "false"));
            set(domain, "microprofile-metrics-configuration", "", DISABLED);
            add(domain, "microprofile-metrics-configuration", "microprofile-openapi-configuration", DISABLED);
            set(domain, "hazelcast-config-specific-configuration", "", DISABLED);
            set(domain, "ejb-timer-service", "", Map.of("ejb-timer-service", "Dummy"));
            set(domain, "phone-home-runtime-configuration", "", DISABLED);
            set(domain, "availability-service", "", Map.of("availability-enabled", "false"));
            set(domain, "web-container-availability", "", Map.of("availability-enabled", "false"));
            set(domain, "das-config", "", Map.of("deploy-xml-validation", "none"));
            for (String path : EXPECTED) {
                String[] names = path.split("/");
                complete(domain, names[0], names[1]);
            }
        });
    }

    /** No JSP, which the portal doesn't use, and a thousand kinds of files fewer, which every start would read. */
    static void adaptDefaults(Path file) throws IOException {
        edit(file, defaults -> {
            remove(defaults, "servlet", servlet -> text(servlet, "servlet-name").equals("jsp"));
            remove(defaults, "servlet-mapping", mapping -> text(mapping, "servlet-name")
                    .equals("jsp"));
            remove(defaults, "mime-mapping", mapping -> !FILE_KINDS.contains(text(mapping, "extension")));
        });
    }

    /** A log file has no colours. */
    static void adaptLogging(Path file) throws IOException {
        Files.writeString(file, Files.readString(file).replace("ansiColor=true", "ansiColor=false"));
    }

    private interface Edit {
        void apply(Document document) throws IOException;
    }

    private static void edit(Path file, Edit edit) throws IOException {
        try {
            DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
            documents.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            documents.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = documents.newDocumentBuilder().parse(file.toFile());
            edit.apply(document);
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(file.toFile()));
        } catch (ParserConfigurationException | SAXException | TransformerException unusable) {
            throw new IOException(unusable);
        }
    }

    private static void set(Document domain, String element, String name, Map<String, String> attributes)
            throws IOException {
        List<Element> found = elements(domain, element).stream()
                .filter(each -> name.isEmpty() || each.getAttribute("name").equals(name))
                .toList();
        if (found.isEmpty()) {
            throw new IOException("Payara's configuration has no " + element + " " + name);
        }
        found.forEach(each -> attributes.forEach(each::setAttribute));
    }

    /** Adds an element beside another; the server leaves out of its file what is as it expects. */
    private static void add(Document domain, String beside, String element, Map<String, String> attributes)
            throws IOException {
        for (Element each : elements(domain, beside)) {
            Objects.requireNonNull(each.getParentNode()).appendChild(domain.createElement(element));
        }
        set(domain, element, "", attributes);
    }

    private static void complete(Document domain, String parent, String element) {
        if (elements(domain, element).isEmpty()) {
            elements(domain, parent).forEach(each -> each.appendChild(domain.createElement(element)));
        }
    }

    private static void remove(Document document, String element, Predicate<Element> which) {
        elements(document, element).stream().filter(which).forEach(each -> Objects.requireNonNull(each.getParentNode())
                .removeChild(each));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .map(Element.class::cast)
                .toList();
    }

    private static String text(Element element, String child) {
        NodeList found = element.getElementsByTagName(child);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
