package org.sekisho.proof.verify;

import java.util.Optional;

/** What a command line asks for. */
sealed interface Task {

    /** How it is used. */
    record Help() implements Task {}

    /** @param pack where it stands */
    record VerifyPack(String pack, ExpectedKeys expected) implements Task {}

    /**
     * @param address of the log
     * @param from the file with the older checkpoint
     * @param fingerprint of the key that must have signed
     * @param keyFile the file with the log's key; without it the log is asked for it
     * @param save where to keep the new checkpoint; one that contradicts the older is kept beside it
     */
    record VerifyLog(
            String address, String from, Optional<String> fingerprint, Optional<String> keyFile, Optional<String> save)
            implements Task {}

    /** @param settings the file with them */
    record RunWitness(String settings) implements Task {}
}
