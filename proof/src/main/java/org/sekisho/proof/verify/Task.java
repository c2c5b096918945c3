package org.sekisho.proof.verify;

/** What a command line asks for. */
sealed interface Task {

    /** How it is used. */
    record Help() implements Task {}

    /** @param pack where it stands */
    record VerifyPack(String pack, ExpectedKeys expected) implements Task {}
}
