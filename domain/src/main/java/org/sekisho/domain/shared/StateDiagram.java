package org.sekisho.domain.shared;

/** Draws the states of an enum from its transition table. */
public final class StateDiagram {

    private StateDiagram() {}

    /**
     * A Mermaid state diagram, in the order in which the states are declared. The first declared state is where everything begins; a
     * state that nothing follows is an end.
     *
     * @return lines that end in a line feed each
     */
    public static <E extends Enum<E> & Transitions<E>> String mermaid(Class<E> states) {
        StringBuilder diagram = new StringBuilder("stateDiagram-v2\n");
        for (E state : states.getEnumConstants()) {
            if (state.ordinal() == 0) {
                line(diagram, "[*]", state.name());
            }
            for (E next : states.getEnumConstants()) {
                if (state.canBecome(next)) {
                    line(diagram, state.name(), next.name());
                }
            }
            if (state.next().isEmpty()) {
                line(diagram, state.name(), "[*]");
            }
        }
        return diagram.toString();
    }

    private static void line(StringBuilder diagram, String from, String to) {
        diagram.append("    ").append(from).append(" --> ").append(to).append('\n');
    }
}
