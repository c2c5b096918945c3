package org.sekisho.ejb.assurance.control;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of NIST's JSON schemas of OSCAL, read out of the library that is delivered for nothing else. It is compiled when the first
 * document of its model comes, so that no start waits for it; no address is ever fetched.
 */
final class OscalSchema {

    static final OscalSchema CATALOG = new OscalSchema("catalog");

    private final String file;
    private volatile @Nullable Schema compiled;

    /** @param model as NIST's files are named */
    OscalSchema(String model) {
        this.file = "/schema/json/oscal-" + model + "_schema.json";
    }

    /**
     * A thing that the schema doesn't allow.
     *
     * @param pointer from the document (RFC 6901)
     * @param keyword of the schema
     */
    record Fault(String pointer, String keyword) {}

    /** All that is wrong with a document in JSON; nothing where it is valid. */
    List<Fault> faults(String json) {
        Schema schema = compiled;
        if (schema == null) {
            schema = compile();
            compiled = schema;
        }
        return schema.validate(json, InputFormat.JSON).stream()
                .map(OscalSchema::fault)
                .toList();
    }

    private static Fault fault(Error error) {
        return new Fault(error.getInstanceLocation().toString(), error.getKeyword());
    }

    private Schema compile() {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(false)
                .pathType(PathType.JSON_POINTER)
                .build();
        // Where NIST's generator puts "id" as a keyword, draft 7 has none of that name, and ignores it.
        Dialect dialect = Dialect.builder(Dialects.getDraft7())
                .keyword(new NonValidationKeyword("id"))
                .build();
        return SchemaRegistry.withDialect(dialect, each -> each.schemaRegistryConfig(config))
                .getSchema(text(), InputFormat.JSON);
    }

    private String text() {
        try (InputStream in = Objects.requireNonNull(OscalSchema.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
