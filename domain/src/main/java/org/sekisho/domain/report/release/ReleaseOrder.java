package org.sekisho.domain.report.release;

import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.agreement.clause.ExportClause;
import org.sekisho.domain.agreement.clause.ExportClause.Format;
import org.sekisho.domain.agreement.clause.ExportClause.Material;
import org.sekisho.domain.agreement.clause.ExportClause.Rule;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/**
 * What somebody wants to release, and under which rule of the export clause it may leave.
 *
 * @param rule under which it leaves
 * @param sourceWithheld whether the owner's name is left out
 */
public record ReleaseOrder(Recipient recipient, Format format, Rule rule, boolean sourceWithheld) {

    public ReleaseOrder {
        Checks.require(recipient, "recipient");
        Checks.require(format, "format");
        Checks.require(rule, "rule");
        Checks.check(
                rule.formats().contains(format), ReleaseError.FORMAT_NOT_FORESEEN, Map.of("format", format.name()));
        Checks.check(
                rule.to() == recipient.audience(),
                ReleaseError.NOT_FORESEEN,
                Map.of("audience", recipient.audience().name()));
    }

    /** Whether a report under this label may leave its organisation at all. */
    public static boolean mayLeave(Tlp label) {
        return label != Tlp.AMBER_STRICT;
    }

    /**
     * Looks for the first rule under which this person may release.
     *
     * @param clause nothing leaves where the agreement has none
     */
    public static ReleaseOrder under(
            Optional<ExportClause> clause, Actor actor, Recipient recipient, Format format, boolean sourceWithheld) {
        Refusal none = Refusal.of(
                ReleaseError.NOT_FORESEEN, "audience", recipient.audience().name());
        Rule rule = clause.stream()
                .flatMap(export -> actor.roles().stream()
                        .sorted()
                        .flatMap(role -> export.rule(role, Material.REPORT, recipient.audience()).stream()))
                .reduce((first, other) -> first.formats().contains(format) ? first : other)
                .orElseThrow(() -> none);
        return new ReleaseOrder(recipient, format, rule, sourceWithheld);
    }

    /** Who asks for it. */
    Role role() {
        return rule.who();
    }
}
