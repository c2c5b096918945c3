package org.sekisho.domain.assurance.finding;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sekisho.domain.assurance.finding.FindingWords.Part;
import org.sekisho.domain.vault.Vault;
import org.sekisho.domain.vault.Vault.Place;

/**
 * Seals and opens words about findings: under the audited organisation's key, each bound to its finding, revision and part, or to its
 * statement.
 */
public final class FindingSeals {

    private static final String TEXT = "audit_finding_text";
    private static final String STATEMENT = "audit_finding_statement";

    private final Vault vault;

    public FindingSeals(Vault vault) {
        this.vault = vault;
    }

    /** What the finding's present revision says, a sealed part each. */
    public List<FindingText> seal(AuditFinding finding, FindingWords words) {
        return Stream.of(Part.values())
                .map(part -> new FindingText(
                        finding.id(),
                        finding.revision(),
                        part,
                        vault.sealText(
                                text(finding.id(), finding.organisation(), finding.revision(), part), words.of(part))))
                .toList();
    }

    /** Opens a part. */
    public String open(FindingText text, UUID organisation) {
        return vault.openText(text(text.finding(), organisation, text.revision(), text.part()), text.sealed());
    }

    /** Opens a whole revision; empty where the reader sees none of its parts. */
    public Optional<FindingWords> open(List<FindingText> texts, UUID organisation) {
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        Map<Part, String> parts = new EnumMap<>(Part.class);
        texts.forEach(text -> parts.put(text.part(), open(text, organisation)));
        return Optional.of(new FindingWords(parts));
    }

    /** The title of a finding in a list; empty where the reader may not see it. */
    public Optional<String> title(FindingRow row) {
        return row.sealedTitle()
                .map(kept -> vault.openText(text(row.id(), row.organisationId(), row.revision(), Part.TITLE), kept));
    }

    /** What a corrective action in a list does; empty where the reader may not see it. */
    public Optional<String> plan(ActionRow row) {
        return row.sealedPlan().flatMap(kept -> row.statement()
                .map(statement -> vault.openText(statement(statement, row.organisationId()), kept)));
    }

    /**
     * Seals words of a statement.
     *
     * @param statement the id that the statement will have
     * @param organisation the audited organisation
     */
    public byte[] seal(UUID statement, UUID organisation, String words) {
        return vault.sealText(statement(statement, organisation), words);
    }

    /** Opens the words of a statement. */
    public String open(FindingStatement statement, UUID organisation) {
        return vault.openText(statement(statement.id(), organisation), statement.sealed());
    }

    private static Place text(UUID finding, UUID organisation, int revision, Part part) {
        return new Place(TEXT, finding, organisation).column(part.name().toLowerCase(Locale.ROOT) + "_" + revision);
    }

    private static Place statement(UUID statement, UUID organisation) {
        return new Place(STATEMENT, statement, organisation);
    }
}
