package org.sekisho.ejb.report.intake;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas that come with the product; where each is from and its licence stand beside them in {@code NOTICE.md}. A schema is
 * compiled when the first file of its format comes, so that no start waits for it. No address is ever fetched.
 */
final class Schemas {

    static final Schemas SHARED = new Schemas();

    private static final String OURS = "/org/sekisho/ejb/report/intake/schema/";
    private static final String SARIF =
            "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json";
    private static final String CSAF_20 = "https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json";
    private static final String CSAF_21 = "https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json";
    private static final String CSAF_VULNERABILITY = "/properties/vulnerabilities/items";
    private static final String OSV = "https://sekisho.invalid/osv.json";
    private static final String CVE = "https://sekisho.invalid/cve.json";
    private static final String CYCLONEDX = "http://cyclonedx.org/schema/";
    private static final String FIRST = "https://www.first.org/cvss/";

    /** By the address that other schemas name it by. */
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry(SARIF, "/schema/sarif-schema-2.1.0.json"),
            Map.entry(CSAF_20, OURS + "csaf-2.0.json"),
            Map.entry(CSAF_21, OURS + "csaf-2.1.json"),
            Map.entry(FIRST + "cvss-v2.0.json", OURS + "cvss-v2.0.json"),
            Map.entry(FIRST + "cvss-v3.0.json", OURS + "cvss-v3.0.json"),
            Map.entry(FIRST + "cvss-v3.1.json", OURS + "cvss-v3.1.json"),
            Map.entry(FIRST + "cvss-v4.0.json", OURS + "cvss-v4.0.json"),
            Map.entry(OSV, OURS + "osv.json"),
            Map.entry(CVE, OURS + "cve.json"),
            Map.entry(CYCLONEDX + "bom-1.4.schema.json", "/bom-1.4.schema.json"),
            Map.entry(CYCLONEDX + "bom-1.5.schema.json", "/bom-1.5.schema.json"),
            Map.entry(CYCLONEDX + "bom-1.6.schema.json", "/bom-1.6.schema.json"),
            Map.entry(CYCLONEDX + "spdx.schema.json", "/spdx.schema.json"),
            Map.entry(CYCLONEDX + "jsf-0.82.schema.json", "/jsf-0.82.schema.json"));

    private final ObjectMapper mapper = JsonMapper.builder().build();
    private final Map<String, SchemaCheck> checks = new ConcurrentHashMap<>();

    private Schemas() {}

    SchemaCheck sarifResult() {
        return check(SARIF, "/definitions/result", SpecificationVersion.DRAFT_7);
    }

    SchemaCheck csaf20() {
        return check(CSAF_20, "", SpecificationVersion.DRAFT_2020_12);
    }

    SchemaCheck csaf21() {
        return check(CSAF_21, "", SpecificationVersion.DRAFT_2020_12);
    }

    SchemaCheck csaf20Vulnerability() {
        return check(CSAF_20, CSAF_VULNERABILITY, SpecificationVersion.DRAFT_2020_12);
    }

    SchemaCheck csaf21Vulnerability() {
        return check(CSAF_21, CSAF_VULNERABILITY, SpecificationVersion.DRAFT_2020_12);
    }

    SchemaCheck osv() {
        return check(OSV, "", SpecificationVersion.DRAFT_2020_12);
    }

    SchemaCheck cve() {
        return check(CVE, "", SpecificationVersion.DRAFT_2020_12);
    }

    /** @param version 1.4, 1.5 or 1.6 */
    SchemaCheck cycloneDx(String version) {
        return check(CYCLONEDX + "bom-" + version + ".schema.json", "", SpecificationVersion.DRAFT_7);
    }

    private SchemaCheck check(String address, String pointer, SpecificationVersion dialect) {
        return checks.computeIfAbsent(address + "#" + pointer, any -> {
            SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(false)
                    .pathType(PathType.JSON_POINTER)
                    .build();
            SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                    dialect, each -> each.schemas(Schemas::text).schemaRegistryConfig(config));
            Schema schema = part(registry, address, pointer);
            return new SchemaCheck(schema, compiled(registry, address, pointer));
        });
    }

    private SurelyValid compiled(SchemaRegistry registry, String address, String pointer) {
        SchemaCompiler compiler = new SchemaCompiler(
                tree(address),
                at -> {
                    Schema part = part(registry, address, at);
                    return value -> part.validate(value).isEmpty();
                },
                other -> FILES.containsKey(other) ? Optional.of(compiled(registry, other, "")) : Optional.empty());
        return compiler.at(pointer);
    }

    private Schema part(SchemaRegistry registry, String address, String pointer) {
        Schema schema = registry.getSchema(mapper.createObjectNode().put("$ref", address + "#" + pointer));
        schema.initializeValidators();
        return schema;
    }

    private JsonNode tree(String address) {
        return mapper.readTree(text(address));
    }

    /** The schema at an address; null where there is none, as the registry wants to be told. */
    @SuppressWarnings("NullAway")
    private static String text(String address) {
        String file = FILES.get(address.endsWith("#") ? address.substring(0, address.length() - 1) : address);
        if (file == null) {
            return null;
        }
        try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
