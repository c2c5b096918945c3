package org.sekisho.ejb.party;

/** Changes one's own password. */
public record ChangePassword(String present, String next) {

    /** Without the passwords. */
    @Override
    public String toString() {
        return "ChangePassword[]";
    }
}
