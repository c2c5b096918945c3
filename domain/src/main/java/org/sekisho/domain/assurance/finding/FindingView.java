package org.sekisho.domain.assurance.finding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.control.Control;
import org.sekisho.domain.party.Name;

/**
 * One finding as its page shows it.
 *
 * @param controls those that it concerns, in the order of the catalogue; none where it stands for its section
 * @param words what its latest revision says; empty where the reader may not see it
 * @param checkedRevision the revision whose facts were checked last; 0 before any was
 * @param statements what was said about it and its actions, the earliest first
 * @param actions its corrective actions, by number
 * @param open whether its audit isn't closed
 * @param factsOverdue whether the organisation let the day of the check pass
 */
public record FindingView(
        FindingRow row,
        Optional<UUID> agreement,
        List<Control> controls,
        Optional<FindingWords> words,
        int checkedRevision,
        Instant raisedAt,
        List<Said> statements,
        List<ActionRow> actions,
        boolean open,
        boolean factsOverdue) {

    public FindingView {
        controls = List.copyOf(controls);
        statements = List.copyOf(statements);
        actions = List.copyOf(actions);
    }

    /**
     * A statement, opened.
     *
     * @param action the number of the corrective action that it is about
     * @param person the name of who said it; empty once it was erased, or where the reader may not know
     * @param organisation for whom it was said
     */
    public record Said(
            FindingStatement.Kind kind,
            Optional<Integer> action,
            int revision,
            String words,
            Optional<String> person,
            Name organisation,
            Instant at) {}
}
