package org.sekisho.ejb.party;

import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.ReadingLanguage;

/**
 * Sets an empty installation up: the secretariat, and its first administrator.
 *
 * @param token of the link that the first start printed
 * @param shortName of the secretariat
 * @param organisation what the secretariat is called, in both languages
 * @param email of the administrator; its domain becomes the secretariat's first mail domain
 */
public record FirstAdministrator(
        String token,
        String shortName,
        Name organisation,
        String email,
        Name name,
        ReadingLanguage language,
        String password) {

    /** Without token and password. */
    @Override
    public String toString() {
        return "FirstAdministrator[" + shortName + "]";
    }
}
