package org.sekisho.domain.assurance.control;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.shared.Checks;

/**
 * What should be so, and by which evidence one sees whether it is.
 *
 * @param id unique in its catalogue: an OSCAL token of at most 64 characters, by which evidence names it
 * @param sections where its evidence is; one section may show several controls
 * @param mappings the guidelines that ask for it
 */
public record Control(
        String id, Wording title, Wording statement, Set<EvidenceSection> sections, SortedSet<Mapping> mappings) {

    /** The most characters of a title. */
    public static final int TITLE_LIMIT = 300;
    /** The most characters of a statement. */
    public static final int STATEMENT_LIMIT = 4_000;
    /** The most mappings of one control. */
    public static final int MAPPING_LIMIT = 100;

    private static final Pattern ID = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._-]{0,63}");
    private static final Pattern SCHEME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._-]{0,39}");

    public Control {
        Checks.check(ID.matcher(id).matches(), ControlError.CONTROL_ID, Map.of("control", cut(id)));
        Checks.check(!sections.isEmpty(), ControlError.WITHOUT_SECTION, Map.of("control", id));
        sections = Collections.unmodifiableSet(EnumSet.copyOf(sections));
        Checks.check(
                mappings.size() <= MAPPING_LIMIT,
                ControlError.TOO_MANY,
                Map.of("field", "mappings", "limit", MAPPING_LIMIT));
        for (Mapping mapping : mappings) {
            Checks.check(
                    SCHEME.matcher(mapping.scheme()).matches(), ControlError.MAPPING_MALFORMED, Map.of("control", id));
            Checks.requireText(mapping.reference(), "reference", Mapping.REFERENCE_LIMIT);
        }
        mappings = Collections.unmodifiableSortedSet(new TreeSet<>(mappings));
    }

    /** The id of its statement, at which findings point. */
    public String statementId() {
        return id + "_smt";
    }

    /** The clauses of an agreement that ask for it, by its sections. */
    public Set<ClauseKind> clauses() {
        Set<ClauseKind> clauses = EnumSet.noneOf(ClauseKind.class);
        sections.forEach(section -> clauses.add(section.clause()));
        return clauses;
    }

    /** Whether any of these sections shows it. */
    public boolean drawsOn(Collection<EvidenceSection> any) {
        return !Collections.disjoint(sections, any);
    }

    /** Whether it holds these words, in id, title, statement or references, whatever their case. */
    public boolean holds(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        return id.toLowerCase(Locale.ROOT).contains(wanted)
                || title.holds(wanted)
                || statement.holds(wanted)
                || mappings.stream()
                        .anyMatch(each ->
                                each.reference().toLowerCase(Locale.ROOT).contains(wanted));
    }

    static String cut(String text) {
        return text.length() > 64 ? text.substring(0, 64) : text;
    }
}
