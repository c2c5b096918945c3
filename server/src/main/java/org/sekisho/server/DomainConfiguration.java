package org.sekisho.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Payara's configuration as the portal wants it. It is adapted once, when the server is unpacked; address and port are filled in at
 * each start, as text, since reading XML would cost a start more than it brings.
 */
final class DomainConfiguration {

    private static final String ADDRESS = "@sekisho.address@";
    private static final String PORT = "@sekisho.port@";

    private DomainConfiguration() {}

    /** Fills in where the server listens. */
    static String listen(String configuration, String address, int port) {
        return configuration.replace(ADDRESS, address).replace(PORT, Integer.toString(port));
    }

    /** Listens where it is told and nowhere else, closes {@code /metrics}, doesn't say which server it is, replicates no sessions. */
    static void adapt(Path file) throws IOException {
        try {
            DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
            documents.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            documents.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document domain = documents.newDocumentBuilder().parse(file.toFile());
            set(domain, "network-listener", "http-listener", Map.of("address", ADDRESS, "port", PORT));
            set(domain, "network-listener", "https-listener", Map.of("enabled", "false"));
            set(domain, "http", "", Map.of("server-header", "false", "xpowered-by", "false"));
            set(domain, "microprofile-metrics-configuration", "", Map.of("enabled", "false"));
            set(domain, "availability-service", "", Map.of("availability-enabled", "false"));
            set(domain, "web-container-availability", "", Map.of("availability-enabled", "false"));
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(domain), new StreamResult(file.toFile()));
        } catch (ParserConfigurationException | SAXException | TransformerException unusable) {
            throw new IOException(unusable);
        }
    }

    /** A log file has no colours. */
    static void adaptLogging(Path file) throws IOException {
        Files.writeString(file, Files.readString(file).replace("ansiColor=true", "ansiColor=false"));
    }

    private static void set(Document domain, String element, String name, Map<String, String> attributes)
            throws IOException {
        NodeList found = domain.getElementsByTagName(element);
        boolean any = false;
        for (int index = 0; index < found.getLength(); index++) {
            Node node = found.item(index);
            if (node instanceof Element each
                    && (name.isEmpty() || each.getAttribute("name").equals(name))) {
                attributes.forEach(each::setAttribute);
                any = true;
            }
        }
        if (!any) {
            throw new IOException("Payara's configuration has no " + element + " " + name);
        }
    }
}
