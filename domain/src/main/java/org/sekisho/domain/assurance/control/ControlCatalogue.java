package org.sekisho.domain.assurance.control;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.shared.Checks;

/**
 * The controls of one version. Their ids are unique; it may leave sections of evidence without a control, and says which.
 *
 * @param controls in the order of their source
 */
public record ControlCatalogue(Wording title, List<Control> controls) {

    /** The most characters of a title. */
    public static final int TITLE_LIMIT = 200;
    /** The most controls: more than the largest public catalogues have as base controls. */
    public static final int CONTROL_LIMIT = 500;

    public ControlCatalogue {
        Checks.check(!controls.isEmpty(), ControlError.EMPTY);
        Checks.check(
                controls.size() <= CONTROL_LIMIT,
                ControlError.TOO_MANY,
                Map.of("field", "controls", "limit", CONTROL_LIMIT));
        controls = List.copyOf(controls);
        byId(controls);
    }

    private static Map<String, Control> byId(List<Control> controls) {
        Map<String, Control> byId = new LinkedHashMap<>();
        for (Control control : controls) {
            boolean first = byId.putIfAbsent(control.id(), control) == null;
            Checks.check(first, ControlError.CONTROL_TWICE, Map.of("control", control.id()));
        }
        return byId;
    }

    public Optional<Control> find(String id) {
        return controls.stream().filter(control -> control.id().equals(id)).findFirst();
    }

    /** Those with these ids, in its order; ids that it hasn't are left out. */
    public List<Control> named(Collection<String> ids) {
        return controls.stream().filter(control -> ids.contains(control.id())).toList();
    }

    /** Those that any of these sections shows: an engagement's controls, by its scope. */
    public List<Control> in(Collection<EvidenceSection> sections) {
        return controls.stream().filter(control -> control.drawsOn(sections)).toList();
    }

    /** The sections that no control draws on: evidence there shows nothing that this catalogue asks for. */
    public Set<EvidenceSection> uncovered() {
        Set<EvidenceSection> left = EnumSet.allOf(EvidenceSection.class);
        controls.forEach(control -> left.removeAll(control.sections()));
        return Collections.unmodifiableSet(left);
    }

    /** The guidelines that it is mapped to, in the order of their tokens. */
    public SortedSet<String> schemes() {
        SortedSet<String> schemes = new TreeSet<>();
        controls.forEach(control -> control.mappings().forEach(mapping -> schemes.add(mapping.scheme())));
        return schemes;
    }

    /** What is otherwise here than in an earlier version, in this one's order, what was taken out at the end. */
    public List<ControlChange> since(ControlCatalogue earlier) {
        Map<String, Control> before = byId(earlier.controls);
        List<ControlChange> changes = new ArrayList<>();
        for (Control now : controls) {
            Optional<Control> was = Optional.ofNullable(before.remove(now.id()));
            if (!was.equals(Optional.of(now))) {
                changes.add(new ControlChange(now.id(), was, Optional.of(now)));
            }
        }
        before.values().forEach(gone -> changes.add(new ControlChange(gone.id(), Optional.of(gone), Optional.empty())));
        return changes;
    }
}
