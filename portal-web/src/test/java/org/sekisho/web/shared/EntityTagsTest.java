package org.sekisho.web.shared;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    private static final String TAG = "\"ab12\"";

    @ParameterizedTest
    @ValueSource(strings = {"\"ab12\"", "W/\"ab12\"", "\"x\", \"ab12\"", "\"a,b\",W/\"ab12\"", "*", " * "})
    void aTagIsNamedAloneInAListWeaklyOrByTheStar(String field) {
        assertTrue(EntityTags.names(List.of(field), TAG));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab12", "\"ab1\"", "\"ab12", "\"x, ab12\"", "**"})
    void othersAreNot(String field) {
        assertFalse(EntityTags.names(List.of(field), TAG));
    }

    @Test
    void everyFieldIsLookedAt() {
        assertTrue(EntityTags.names(List.of("\"x\"", TAG), TAG));
        assertFalse(EntityTags.names(List.of(), TAG));
    }
}
