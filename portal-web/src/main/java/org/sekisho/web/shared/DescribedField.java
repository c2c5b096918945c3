package org.sekisho.web.shared;

import jakarta.el.ValueExpression;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.view.facelets.FaceletContext;
import jakarta.faces.view.facelets.TagAttribute;
import jakarta.faces.view.facelets.TagConfig;
import jakarta.faces.view.facelets.TagHandler;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Ties the input of a field to the hint and the error above it, and to what is said of a chosen day, so that a screen reader reads them
 * with it; and notes its label and whether it may stay empty, for {@link FieldNotes}. The tag of fields puts it around every input: no
 * page has to say it.
 */
public final class DescribedField extends TagHandler {

    private final TagAttribute field;
    private final TagAttribute optional;
    private final TagAttribute label;

    public DescribedField(TagConfig config) {
        super(config);
        this.field = getRequiredAttribute("field");
        this.optional = getRequiredAttribute("optional");
        this.label = getRequiredAttribute("label");
    }

    @Override
    public void apply(FaceletContext context, UIComponent parent) throws IOException {
        nextHandler.apply(context, parent);
        List<UIComponent> inputs = inputs(parent);
        // What a page writes out as plain HTML, for each row anew, has no name yet and says all this itself.
        if (!inputs.isEmpty()) {
            String id = field.getValue(context);
            boolean needed = !optional.getBoolean(context);
            String words = label.getValue(context);
            inputs.stream().filter(input -> id.equals(input.getId())).forEach(input -> {
                describe(context, input, id);
                FieldNotes.note(input, words, needed);
            });
        }
    }

    private static void describe(FaceletContext context, UIComponent input, String id) {
        ValueExpression wrong = context.getExpressionFactory()
                .createValueExpression(context, "#{notices.about('" + id + "') ? 'true' : 'false'}", String.class);
        Map<String, Object> attributes = input.getPassThroughAttributes();
        // A name that isn't on the page is passed over.
        attributes.put("aria-describedby", id + "-hint " + id + "-error " + id + "-mark");
        attributes.put("aria-invalid", wrong);
    }

    private static List<UIComponent> inputs(UIComponent root) {
        List<UIComponent> inputs = new ArrayList<>();
        Deque<UIComponent> waiting = new ArrayDeque<>(List.of(root));
        while (!waiting.isEmpty()) {
            UIComponent component = waiting.remove();
            if (component instanceof EditableValueHolder) {
                inputs.add(component);
            }
            waiting.addAll(component.getChildren());
        }
        return inputs;
    }
}
