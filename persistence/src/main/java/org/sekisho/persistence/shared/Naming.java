package org.sekisho.persistence.shared;

/** Names in the language that the person who acts reads. */
public final class Naming {

    /** Whether that is Japanese; English for the system. A function, so that a query isn't planned with all that says who sees whom. */
    private static final String JAPANESE = "(select reads_japanese())";

    private Naming() {}

    /** An expression for a name, of a table with both. */
    public static String of(String table) {
        return either(table + ".name_en", table + ".name_ja");
    }

    /** An expression for a title, of a table with both. */
    public static String title(String table) {
        return either(table + ".title_en", table + ".title_ja");
    }

    /**
     * An expression for somebody's address, as an organisation knows it: empty once they have left, for then it is another's.
     *
     * @param person the table
     * @param organisation an expression for the organisation
     * @param moment an expression for the moment at which they have to be of it still
     */
    public static String address(String person, String organisation, String moment) {
        return "case when belonged_since(" + person + ".id, " + organisation + ", " + moment + ") then " + person
                + ".email else '' end";
    }

    /** An expression for the moment as of which the person who acts reads. */
    public static String today() {
        return "cast((select acting_day()) as timestamp) at time zone 'Asia/Tokyo'";
    }

    private static String either(String english, String japanese) {
        return "case when " + JAPANESE + " then coalesce(nullif(" + japanese + ", ''), " + english
                + ") else coalesce(nullif(" + english + ", ''), " + japanese + ") end";
    }
}
