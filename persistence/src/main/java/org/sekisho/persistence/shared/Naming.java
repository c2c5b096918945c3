package org.sekisho.persistence.shared;

/** Names in the language that the person who acts reads. */
public final class Naming {

    /** Whether that is Japanese; English for the system. */
    private static final String JAPANESE =
            "(select coalesce(max(upper(me.language)), 'EN') = 'JA' from person me where me.id = (select acting_person()))";

    private Naming() {}

    /** An expression for a name, of a table with both. */
    public static String of(String table) {
        return "case when " + JAPANESE + " then coalesce(nullif(" + table + ".name_ja, ''), " + table
                + ".name_en) else coalesce(nullif(" + table + ".name_en, ''), " + table + ".name_ja) end";
    }
}
