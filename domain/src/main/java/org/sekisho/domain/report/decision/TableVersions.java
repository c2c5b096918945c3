package org.sekisho.domain.report.decision;

import java.util.Optional;
import org.sekisho.domain.agreement.clause.NamedTables;
import org.sekisho.domain.agreement.clause.TablesClause.TableReference;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** The versions of decision tables that are kept here, beside the delivered ones. */
public interface TableVersions extends DecisionTables, NamedTables {

    Optional<TableVersion> version(String code, int version);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default TableVersion require(String code, int version) {
        return version(code, version).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** The newest version under this code. */
    Optional<TableVersion> newest(String code);

    void add(TableVersion draft);

    /** Takes a draft away. */
    void remove(TableVersion draft);

    /** The delivered one, or an adopted or retired one: what a draft says governs nothing. */
    @Override
    default Optional<DecisionTable> find(TableReference reference) {
        return DeliveredTables.find(reference.code(), reference.version())
                .or(() -> version(reference.code(), reference.version())
                        .filter(each -> each.state() != TableState.DRAFT)
                        .map(TableVersion::table));
    }

    @Override
    default Fitness fitness(TableReference reference, Answers named) {
        Optional<DecisionTable> delivered = DeliveredTables.find(reference.code(), reference.version());
        if (delivered.isPresent()) {
            return fitness(delivered.get(), named, Fitness.FIT);
        }
        return version(reference.code(), reference.version())
                .map(kept -> fitness(
                        kept.table(),
                        named,
                        switch (kept.state()) {
                            case DRAFT -> Fitness.DRAFTED;
                            case ADOPTED -> Fitness.FIT;
                            case RETIRED -> Fitness.RETIRED;
                        }))
                .orElse(Fitness.UNKNOWN);
    }

    private static Fitness fitness(DecisionTable table, Answers named, Fitness stands) {
        TableUse use =
                switch (named) {
                    case RISK -> TableUse.RISK;
                    case ESCALATION -> TableUse.ESCALATION;
                };
        return use.hasForm(table) ? stands : Fitness.UNFIT;
    }
}
