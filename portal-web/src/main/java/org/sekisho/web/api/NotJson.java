package org.sekisho.web.api;

import java.io.Serial;
import org.sekisho.proof.json.JsonException;

/** What came isn't JSON at all; what is JSON and says something that can't be, is refused by {@link Body} and use cases. */
final class NotJson extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NotJson(JsonException cause) {
        super(cause);
    }
}
