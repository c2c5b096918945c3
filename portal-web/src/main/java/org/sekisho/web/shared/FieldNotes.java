package org.sekisho.web.shared;

import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.context.FacesContext;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the fields of the form that was sent. A use case refuses at the first thing that is missing; who fills in a form
 * wants to know all of them at once, each by its label.
 */
final class FieldNotes {

    private static final String LABEL = FieldNotes.class.getName() + ".label";
    private static final String NEEDED = FieldNotes.class.getName() + ".needed";

    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();

    private FieldNotes() {}

    /** Remembers what an input is called and whether it has to be filled in. */
    static void note(UIComponent input, String label, boolean needed) {
        input.getAttributes().put(LABEL, label);
        input.getAttributes().put(NEEDED, needed);
    }

    static FieldNotes of(FacesContext faces) {
        FieldNotes notes = new FieldNotes();
        notes.read(faces.getViewRoot());
        return notes;
    }

    /** Without asking the page anything but whether a field is shown: it may be in no state to be drawn. */
    private void read(UIComponent component) {
        if (component instanceof UIForm form && !form.isSubmitted()) {
            return;
        }
        Map<String, Object> attributes = component.getAttributes();
        if (component instanceof EditableValueHolder input
                && attributes.get(LABEL) instanceof String label
                && isShown(component)) {
            labels.put(component.getId(), label);
            if (Boolean.TRUE.equals(attributes.get(NEEDED)) && isEmpty(input.getValue())) {
                missing.add(component.getId());
            }
        }
        component.getFacetsAndChildren().forEachRemaining(this::read);
    }

    private static boolean isShown(UIComponent input) {
        for (@Nullable UIComponent each = input; each != null && !(each instanceof UIForm); each = each.getParent()) {
            if (!each.isRendered()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value.toString().isBlank();
    }

    /** The labels of fields, by their ids, in the order of the page. */
    Map<String, String> labels() {
        return labels;
    }

    /** The ids of fields that are needed and empty, in the order of the page. */
    Set<String> missing() {
        return missing;
    }
}
