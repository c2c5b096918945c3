package org.sekisho.ejb.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** By which ids the demo's organisations and people go, once they are registered. */
final class DemoRegister {

    static final String COORDINATOR = "coordinator@sekisho.example";

    private final Map<String, UUID> organisations = new HashMap<>();
    private final Map<String, UUID> people = new HashMap<>();

    void organisation(String shortName, UUID id) {
        organisations.put(shortName, id);
    }

    void person(String email, UUID id) {
        people.put(email, id);
    }

    UUID organisation(String shortName) {
        return Objects.requireNonNull(organisations.get(shortName), shortName);
    }

    UUID person(String email) {
        return Objects.requireNonNull(people.get(email), email);
    }

    /** The address of somebody of an organisation. */
    static String of(String local, String organisation) {
        return local + "@" + organisation + ".example";
    }
}
