package org.sekisho.domain.agreement.clause;

/** Labels of the Traffic Light Protocol, version 2.0 (FIRST). The words are never translated. */
public enum Tlp {
    CLEAR("TLP:CLEAR"),
    GREEN("TLP:GREEN"),
    AMBER("TLP:AMBER"),
    AMBER_STRICT("TLP:AMBER+STRICT"),
    RED("TLP:RED");

    private final String label;

    Tlp(String label) {
        this.label = label;
    }

    /** As it is written on a document. */
    public String label() {
        return label;
    }
}
