package org.sekisho.proof.verify;

import java.util.List;
import java.util.Optional;
import org.sekisho.proof.note.VerifierKey;

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
     * @param witnesses who have to have cosigned the new checkpoint
     * @param keyFile the file with the log's key; without it the log is asked for it
     * @param save where to keep the new checkpoint; one that contradicts the older is kept beside it
     */
    record VerifyLog(
            String address,
            String from,
            Optional<String> fingerprint,
            List<VerifierKey> witnesses,
            Optional<String> keyFile,
            Optional<String> save)
            implements Task {

        public VerifyLog {
            witnesses = List.copyOf(witnesses);
        }

        /** The same without witnesses. */
        public VerifyLog(
                String address,
                String from,
                Optional<String> fingerprint,
                Optional<String> keyFile,
                Optional<String> save) {
            this(address, from, fingerprint, List.of(), keyFile, save);
        }
    }

    /** @param settings the file with them */
    record RunWitness(String settings) implements Task {}
}
