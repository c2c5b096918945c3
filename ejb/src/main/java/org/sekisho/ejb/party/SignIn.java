package org.sekisho.ejb.party;

import org.sekisho.domain.party.signin.Client;
import org.sekisho.domain.party.signin.SessionKind;

/**
 * Asks to be signed in.
 *
 * @param username the e-mail address as it was typed
 * @param password as it was typed
 * @param otp the one-time code, empty where none was typed
 * @param kind pages or REST
 * @param client from where
 */
public record SignIn(String username, String password, String otp, SessionKind kind, Client client) {

    /** Without the password. */
    @Override
    public String toString() {
        return "SignIn[" + kind + "]";
    }
}
