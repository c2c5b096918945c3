package org.sekisho.domain.party.mail;

/** What became of a mail. */
public enum MailState {
    /** It is tried, or tried again, when its time comes. */
    WAITING,
    /** The mail server took it. */
    SENT,
    /** It was tried for a day in vain, or its recipient was refused for good. */
    GIVEN_UP
}
