package org.sekisho.domain.report.decision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The tables that come with the product, for a financial network. Their reasons stand in {@code docs/decision-tables.md}. */
public final class DeliveredTables {

    private static final DecisionTable RISK = read("risk", TableUse.RISK);
    private static final DecisionTable ESCALATION = read("escalation", TableUse.ESCALATION);

    private DeliveredTables() {}

    /** Gives the risk tier. */
    public static DecisionTable risk() {
        return RISK;
    }

    /** Says whether the authority is told, and how soon it has to answer. */
    public static DecisionTable escalation() {
        return ESCALATION;
    }

    /** All of them. */
    public static List<DecisionTable> all() {
        return List.of(RISK, ESCALATION);
    }

    /** The delivered table of that code and version. */
    public static Optional<DecisionTable> find(String code, int version) {
        return all().stream()
                .filter(table -> table.code().equals(code) && table.version() == version)
                .findFirst();
    }

    /** For what a delivered table governs. */
    public static TableUse use(DecisionTable delivered) {
        return delivered.code().equals(RISK.code()) ? TableUse.RISK : TableUse.ESCALATION;
    }

    private static DecisionTable read(String code, TableUse use) {
        String name = code + "_1.json";
        try (InputStream in = Objects.requireNonNull(DeliveredTables.class.getResourceAsStream(name), name)) {
            return use.require(SsvcJson.read(code, 1, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
