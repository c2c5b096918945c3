package org.sekisho.persistence.assurance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Records of one kind that hang on reports, as JSON Lines and as a table with the same members. The query joins a report {@code r}; it may
 * have the parameters of {@link RecordFile}. Whatever came after the period is cut off: a record tells what was so at the period's end.
 *
 * @param name of the files, without {@code .jsonl} and {@code .csv}
 * @param from the tables, with the report first
 * @param when which of the rows
 * @param order of the rows of one report; it depends on nothing but the records
 * @param written members that somebody wrote in the open: masked for the auditor as the sealed words are
 * @param sealed what somebody wrote; it becomes the last members
 */
record ReportRecords(
        String name,
        String from,
        String when,
        String order,
        List<Column> columns,
        Set<String> written,
        Optional<SealedText> sealed) {

    /** The last member of records with a reason: masked for the auditor. */
    static final String REASON = "reason";

    /**
     * A member.
     *
     * @param sql an expression
     */
    record Column(String name, String sql) {}

    /**
     * Where words are sealed.
     *
     * @param place the table, with the column behind it where the place has it
     * @param members what they become: a reason, or those of the object that they are
     */
    record SealedText(String column, String place, String id, String organisation, List<String> members) {

        /** Of a reason. */
        SealedText(String column, String place, String id, String organisation) {
            this(column, place, id, organisation, List.of(REASON));
        }

        boolean isReason() {
            return members.equals(List.of(REASON));
        }
    }

    static ReportRecords of(String name, String from) {
        return new ReportRecords(name, from, "true", "r.id", List.of(), Set.of(), Optional.empty());
    }

    ReportRecords when(String condition) {
        return new ReportRecords(name, from, condition, order, columns, written, sealed);
    }

    ReportRecords inOrderOf(String terms) {
        return new ReportRecords(name, from, when, terms, columns, written, sealed);
    }

    ReportRecords with(String column, String sql) {
        List<Column> more = new ArrayList<>(columns);
        more.add(new Column(column, sql));
        return new ReportRecords(name, from, when, order, List.copyOf(more), written, sealed);
    }

    /** An instant, in UTC (RFC 3339). */
    ReportRecords at(String column, String instant) {
        return with(column, utc(instant));
    }

    /** An instant that counts only when it lies before the period's end. */
    ReportRecords atOnceReached(String column, String instant) {
        return with(column, reached(instant, utc(instant)));
    }

    /** Who did it, by the alias of a person. */
    ReportRecords by(String person) {
        return with("person", person + ".id")
                .with("nameEn", person + ".name_en")
                .with("nameJa", person + ".name_ja");
    }

    /** A text that somebody wrote, in the open. */
    ReportRecords written(String column, String sql) {
        Set<String> more = new HashSet<>(written);
        more.add(column);
        return new ReportRecords(name, from, when, order, with(column, sql).columns(), Set.copyOf(more), sealed);
    }

    ReportRecords because(SealedText words) {
        return new ReportRecords(name, from, when, order, columns, written, Optional.of(words));
    }

    /** An expression that counts only when the instant lies before the period's end. */
    static String reached(String instant, String sql) {
        return "case when " + instant + " < :until then " + sql + " end";
    }

    /** An expression for an instant in UTC (RFC 3339). */
    static String utc(String instant) {
        return "replace(cast(" + instant + " at time zone 'UTC' as text), ' ', 'T') || 'Z'";
    }

    /** The head of the table. */
    List<String> header() {
        List<String> header = new ArrayList<>(columns.stream().map(Column::name).toList());
        sealed.ifPresent(words -> header.addAll(words.members()));
        return header;
    }

    /** The rows of some reports: the record as JSON, and the sealed words with their id and organisation. */
    String query() {
        String members = columns.stream()
                .map(each -> "'" + each.name() + "', " + each.sql())
                .collect(Collectors.joining(", "));
        String written = sealed.map(each -> each.column() + ", " + each.id() + ", " + each.organisation())
                .orElse("null, null, null");
        return "select cast(json_build_object(" + members + ") as text), " + written + " from " + from
                + " where r.id = any (cast(string_to_array(:reports, ',') as uuid[])) and " + when
                + " order by r.received_at, r.id, " + order;
    }
}
