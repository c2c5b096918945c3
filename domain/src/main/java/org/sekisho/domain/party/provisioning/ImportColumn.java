package org.sekisho.domain.party.provisioning;

import java.util.Locale;
import java.util.Optional;

/** The columns of a table of people, by the names in its header. */
public enum ImportColumn {
    EMAIL(true),
    NAME_EN(false),
    NAME_JA(false),
    /** The short name of the home organisation. */
    ORGANISATION(true),
    /** Names of roles, separated by semicolons; each becomes a request. */
    ROLES(false),
    /** {@code en} or {@code ja}. */
    LANGUAGE(false);

    private final boolean required;

    ImportColumn(boolean required) {
        this.required = required;
    }

    /** Whether the header has to name it. */
    public boolean isRequired() {
        return required;
    }

    /** The name in the header: {@code name_en}. */
    public String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column with this name in the header, in either case. */
    public static Optional<ImportColumn> ofHeader(String header) {
        for (ImportColumn column : values()) {
            if (column.header().equalsIgnoreCase(header.strip())) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
