package org.sekisho.ejb.report.intake;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Holds values against one schema. */
final class SchemaCheck {

    private final Schema schema;
    private final SurelyValid fast;

    SchemaCheck(Schema schema, SurelyValid fast) {
        this.schema = schema;
        this.fast = fast;
    }

    /**
     * The first thing that the schema doesn't allow.
     *
     * @param pointer from the value (RFC 6901)
     * @param keyword of the schema
     */
    record Fault(String pointer, String keyword) {}

    /** What is wrong with the value; none where it is valid. */
    Optional<Fault> fault(JsonNode value) {
        return fast.accepts(value) ? Optional.empty() : faults(value).stream().findFirst();
    }

    /** All that is wrong with the value. */
    List<Fault> faults(JsonNode value) {
        return fast.accepts(value)
                ? List.of()
                : schema.validate(value).stream().map(SchemaCheck::fault).toList();
    }

    /** Whether the fast judge alone knows that the value is valid. */
    boolean acceptsAtOnce(JsonNode value) {
        return fast.accepts(value);
    }

    private static Fault fault(Error error) {
        return new Fault(error.getInstanceLocation().toString(), error.getKeyword());
    }
}
