package org.sekisho.server;

/** Why a start is refused. The name is the key of the sentence in the bundles, whose parameters stand beside each constant. */
public enum StartError {
    /** value */
    ADDRESS_INVALID(StartError.WRONG_SETTING),
    /** value */
    ADDRESS_NOT_HERE(StartError.WRONG_SETTING),
    /** value */
    PORT_INVALID(StartError.WRONG_SETTING),
    /** port, address */
    PORT_OCCUPIED(StartError.WRONG_SETTING),
    /** port */
    PORT_FORBIDDEN(StartError.WRONG_SETTING),
    /** value */
    PUBLIC_URL_INVALID(StartError.WRONG_SETTING),
    /** the entry */
    TRUSTED_PROXIES_INVALID(StartError.WRONG_SETTING),
    /** variable, value */
    FOLDER_INVALID(StartError.WRONG_SETTING),
    /** variable, folder */
    FOLDER_NOT_WRITABLE(StartError.WRONG_SETTING),
    /** variable, value */
    NEITHER_TRUE_NOR_FALSE(StartError.WRONG_SETTING),
    /** none: the URL may hold a password */
    DB_URL_INVALID(StartError.WRONG_SETTING),
    /** variable */
    DB_URL_MISSING(StartError.WRONG_SETTING),
    /** the variable that is missing, the one that is set */
    DB_OWNER_INCOMPLETE(StartError.WRONG_SETTING),
    /** none: the URL may hold a password */
    SMTP_URL_INVALID(StartError.WRONG_SETTING),
    /** value */
    IMPORT_MIB_INVALID(StartError.WRONG_SETTING),
    /** the entry */
    WITNESSES_INVALID(StartError.WRONG_SETTING),
    /** file */
    TRAIL_KEY_MISSING(StartError.WRONG_SETTING),
    /** file */
    DOCUMENT_KEY_MISSING(StartError.WRONG_SETTING),
    /** value */
    TSA_URL_INVALID(StartError.WRONG_SETTING),
    /** command */
    COMMAND_UNKNOWN(StartError.WRONG_SETTING),
    /** folder */
    ALREADY_RUNNING(StartError.FAILED),
    /** operating system, architecture */
    PLATFORM_UNKNOWN(StartError.FAILED),
    /** none */
    ROOT_WITHOUT_NAMESPACES(StartError.FAILED),
    /** major version of the data, major version of the program, folder */
    DATABASE_OF_OTHER_VERSION(StartError.FAILED),
    /** log file */
    DATABASE_DID_NOT_START(StartError.FAILED),
    /** log file */
    DATABASE_LOST(StartError.FAILED),
    /** host and port */
    DATABASE_UNREACHABLE(StartError.FAILED),
    /** variable, user */
    DATABASE_SIGN_IN_REFUSED(StartError.FAILED),
    /** database */
    DATABASE_MISSING(StartError.FAILED),
    /** what the database says */
    DATABASE_FAILED(StartError.FAILED),
    /** version */
    DATABASE_TOO_OLD(StartError.FAILED),
    /** user */
    ROLE_IS_SUPERUSER(StartError.FAILED),
    /** user */
    ROLE_IS_OWNER(StartError.FAILED),
    /** user */
    ROLE_BYPASSES_ROW_SECURITY(StartError.FAILED),
    /** what the migration says, log file */
    MIGRATION_FAILED(StartError.FAILED),
    /** none */
    MIGRATIONS_MISSING(StartError.FAILED),
    /** none */
    SCHEMA_NEWER(StartError.FAILED),
    /** none */
    MIGRATE_NEEDS_OWNER(StartError.WRONG_SETTING),
    /** folder */
    KEYS_DIFFER(StartError.WRONG_SETTING),
    /** none */
    DEMO_DATABASE(StartError.WRONG_SETTING),
    /** none */
    DEMO_NEEDS_EMPTY(StartError.WRONG_SETTING),
    /** none */
    DEMO_INCOMPLETE(StartError.FAILED),
    /** reason, log file */
    PORTAL_FAILED(StartError.FAILED),
    /** what is not ready, log file */
    PORTAL_NOT_READY(StartError.FAILED),
    /** exit code, log file */
    PORTAL_ENDED(StartError.FAILED),
    /** reason */
    UNEXPECTED(StartError.FAILED);

    private static final int FAILED = 1;
    private static final int WRONG_SETTING = 2;

    private final int exitCode;

    StartError(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The exit code of the process: 2 where a setting or command is wrong, 1 otherwise. */
    public int exitCode() {
        return exitCode;
    }
}
