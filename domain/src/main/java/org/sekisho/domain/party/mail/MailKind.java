package org.sekisho.domain.party.mail;

/** What a mail is about; its words stand in the bundle under the same name. No mail says more than its kind, a date and a link. */
public enum MailKind {
    /** A link to accept an invitation. */
    INVITATION,
    /** A link to choose a new password. */
    RESET,
    /** Something waits for the person in the portal. */
    WAITING,
    /** Password, second factor or address of the account changed. */
    ACCOUNT_CHANGED;

    /** Whether it holds a one-time link, whose token is erased when the mail was sent or given up. */
    public boolean holdsLink() {
        return this == INVITATION || this == RESET;
    }
}
