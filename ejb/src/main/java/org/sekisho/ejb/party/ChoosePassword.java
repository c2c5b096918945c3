package org.sekisho.ejb.party;

/**
 * Uses a one-time link to choose a password.
 *
 * @param token of the link
 */
public record ChoosePassword(String token, String password) {

    /** Without token and password. */
    @Override
    public String toString() {
        return "ChoosePassword[]";
    }
}
