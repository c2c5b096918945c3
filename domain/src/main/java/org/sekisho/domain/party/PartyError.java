package org.sekisho.domain.party;

import org.sekisho.domain.shared.ErrorCode;

/** Why something isn't done with organisations, people and their roles. */
public enum PartyError implements ErrorCode {
    /** Lower-case letters, digits and hyphens, 2 to 30 of them, beginning and ending with a letter or digit. */
    SHORT_NAME_MALFORMED("party.short-name-malformed", Kind.INVALID),
    /** Parameter {@code shortName}. */
    SHORT_NAME_TAKEN("party.short-name-taken", Kind.CONFLICT),
    /** Parameter {@code domain}. */
    MAIL_DOMAIN_MALFORMED("party.mail-domain-malformed", Kind.INVALID),
    /** Parameter {@code domain}: it belongs to another organisation. */
    MAIL_DOMAIN_TAKEN("party.mail-domain-taken", Kind.CONFLICT),
    /** Parameter {@code domain}: people of the organisation have addresses in it. */
    MAIL_DOMAIN_IN_USE("party.mail-domain-in-use", Kind.CONFLICT),
    /** Once an organisation has had an administrator, only its own administrators add a mail domain. */
    MAIL_DOMAIN_ADDED_BY_OWN("party.mail-domain-added-by-own", Kind.FORBIDDEN),
    /** A public key of RSA in PEM, of 3,072 bits or more. */
    LINK_KEY_MALFORMED("party.link-key-malformed", Kind.INVALID),
    /** Once an organisation has had an administrator, only its own administrators replace its key. */
    LINK_KEY_BY_OWN("party.link-key-by-own", Kind.FORBIDDEN),
    /** Parameters {@code state}, {@code next}. */
    ORGANISATION_STATE("party.organisation-state", Kind.CONFLICT),
    /** The organisation is closed. */
    ORGANISATION_CLOSED("party.organisation-closed", Kind.CONFLICT),
    /** There is one secretariat, and it can't be closed. */
    ONE_SECRETARIAT("party.one-secretariat", Kind.CONFLICT),
    /** Only units of an authority are designated. */
    NOT_AN_AUTHORITY("party.not-an-authority", Kind.INVALID),
    /** The last day lies before the first. */
    DAYS_REVERSED("party.days-reversed", Kind.INVALID),
    /** The designation was ended already. */
    DESIGNATION_ENDED("party.designation-ended", Kind.CONFLICT),

    /** Not an address that mail can be sent to: ASCII before the at sign, a domain of two or more labels after it. */
    EMAIL_MALFORMED("party.email-malformed", Kind.INVALID),
    /** Parameter {@code email}. */
    EMAIL_TAKEN("party.email-taken", Kind.CONFLICT),
    /** Parameters {@code domain}, {@code organisation}: the address lies outside the organisation's mail domains. */
    EMAIL_OUTSIDE_DOMAINS("party.email-outside-domains", Kind.INVALID),
    /** A person or organisation has a name in English, in Japanese, or in both. */
    NAME_REQUIRED("party.name-required", Kind.INVALID),
    /** Parameters {@code state}, {@code next}. */
    PERSON_STATE("party.person-state", Kind.CONFLICT),
    /** The account is deactivated. */
    PERSON_DEACTIVATED("party.person-deactivated", Kind.CONFLICT),
    /** Nobody does this to their own account. */
    OWN_ACCOUNT("party.own-account", Kind.FORBIDDEN),
    /** Only an administrator of the person's own organisation does this. */
    OWN_ADMINISTRATOR_ONLY("party.own-administrator-only", Kind.FORBIDDEN),
    /** Only the installation's administrator does this. */
    INSTALLATION_ADMINISTRATOR_ONLY("party.installation-administrator-only", Kind.FORBIDDEN),
    /** The organisation is the person's home already. */
    SAME_HOME("party.same-home", Kind.CONFLICT),
    /** The person has a host, or a commissioning organisation, in these days already. */
    AFFILIATION_OVERLAPS("party.affiliation-overlaps", Kind.CONFLICT),
    /** The person has no such affiliation. */
    NO_AFFILIATION("party.no-affiliation", Kind.CONFLICT),

    /** Parameters {@code role}, {@code kind}: organisations of this kind have nobody in this role. */
    ROLE_NOT_AT_KIND("party.role-not-at-kind", Kind.INVALID),
    /** The person belongs to another organisation. */
    NOT_OF_ORGANISATION("party.not-of-organisation", Kind.INVALID),
    /** Parameters {@code role}, {@code organisation}: held or asked for already. */
    ROLE_HELD("party.role-held", Kind.CONFLICT),
    /** Parameters {@code role}, {@code other}, {@code reason}: one person can't hold both. */
    ROLE_CONFLICT("party.role-conflict", Kind.CONFLICT),
    /** Parameters {@code role}, {@code kind}, {@code reason}: who belongs, or belonged in the last two years, to such an organisation. */
    ROLE_AFFILIATION_CONFLICT("party.role-affiliation-conflict", Kind.CONFLICT),
    /** Nobody gives a role to themselves. */
    OWN_ROLE("party.own-role", Kind.FORBIDDEN),
    /** Who asked for a role doesn't approve it. */
    SAME_PERSON("party.same-person", Kind.FORBIDDEN),
    /** The role is asked for, approved or ended by somebody of another organisation. */
    ROLE_OUT_OF_REACH("party.role-out-of-reach", Kind.FORBIDDEN),
    /** Only an administrator of the organisation at which the role is confirms it. */
    ROLE_CONFIRMED_THERE("party.role-confirmed-there", Kind.FORBIDDEN),
    /** Only who asked for a role takes the request back. */
    ROLE_WITHDRAWN_BY_REQUESTER("party.role-withdrawn-by-requester", Kind.FORBIDDEN),
    /** Parameters {@code state}, {@code next}. */
    ROLE_STATE("party.role-state", Kind.CONFLICT),
    /** The first administrator and the first coordinator exist already. */
    FOUNDED("party.founded", Kind.CONFLICT),

    /** Parameter {@code limit} in bytes. */
    IMPORT_TOO_LARGE("party.import-too-large", Kind.LIMITED),
    /** Parameter {@code limit} in lines. */
    IMPORT_TOO_MANY_LINES("party.import-too-many-lines", Kind.LIMITED),
    /** There is no line below the header. */
    IMPORT_EMPTY("party.import-empty", Kind.INVALID),
    /** The file is not UTF-8. */
    IMPORT_NOT_UTF8("party.import-not-utf8", Kind.INVALID),
    /** The file is Shift_JIS, as spreadsheets save it; it has to be saved as UTF-8. */
    IMPORT_SHIFT_JIS("party.import-shift-jis", Kind.INVALID),
    /** Parameter {@code column}: the header lacks it. */
    IMPORT_COLUMN_MISSING("party.import-column-missing", Kind.INVALID),
    /** Parameter {@code column}: the header names what isn't known. */
    IMPORT_COLUMN_UNKNOWN("party.import-column-unknown", Kind.INVALID),
    /** Parameter {@code column}: the header names it twice. */
    IMPORT_COLUMN_TWICE("party.import-column-twice", Kind.INVALID),
    /** Parameter {@code line}: the file can't be read as CSV from there on. */
    IMPORT_UNREADABLE("party.import-unreadable", Kind.INVALID),
    /** Parameters {@code found}, {@code expected}: the line has another number of cells than the header. */
    IMPORT_CELLS("party.import-cells", Kind.INVALID),
    /** Parameter {@code count}: nothing is imported while a line is rejected. */
    IMPORT_LINES_REJECTED("party.import-lines-rejected", Kind.CONFLICT),
    /** The import is under way, or done, or a newer table came. */
    IMPORT_STATE("party.import-state", Kind.CONFLICT),
    /** Parameter {@code line}: the address stands on an earlier line. */
    IMPORT_EMAIL_TWICE("party.import-email-twice", Kind.INVALID),
    /** Parameter {@code shortName}. */
    IMPORT_ORGANISATION_UNKNOWN("party.import-organisation-unknown", Kind.INVALID),
    /** Parameter {@code shortName}: whoever imports may not create people there. */
    IMPORT_ORGANISATION_OTHER("party.import-organisation-other", Kind.FORBIDDEN),
    /** The person is at another organisation; moving is an act of its own. */
    IMPORT_MOVES("party.import-moves", Kind.CONFLICT),
    /** Parameter {@code role}. */
    IMPORT_ROLE_UNKNOWN("party.import-role-unknown", Kind.INVALID),
    /** Parameter {@code language}. */
    IMPORT_LANGUAGE_UNKNOWN("party.import-language-unknown", Kind.INVALID);

    private final String code;
    private final Kind kind;

    PartyError(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
