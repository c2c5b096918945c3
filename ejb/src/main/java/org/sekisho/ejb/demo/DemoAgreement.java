package org.sekisho.ejb.demo;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One agreement of the demo while its story is told. */
final class DemoAgreement {

    private static final long DAYS = 365;

    private final String key;
    private final String bank;
    private final LocalDate firstDay;

    private @Nullable UUID id;
    private int version = 1;
    private String hash = "";

    /**
     * @param key under which the bundle has its words
     * @param bank the short name of the bank that receives access
     */
    DemoAgreement(String key, String bank, LocalDate firstDay) {
        this.key = key;
        this.bank = bank;
        this.firstDay = firstDay;
    }

    String key() {
        return key;
    }

    String bank() {
        return bank;
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return firstDay.plusDays(DAYS - 1);
    }

    /** Somebody of the bank. */
    String at(String local) {
        return DemoRegister.of(local, bank);
    }

    UUID id() {
        return Objects.requireNonNull(id, key);
    }

    void drafted(UUID draft) {
        id = draft;
    }

    int version() {
        return version;
    }

    void revised(int number) {
        version = number;
    }

    /** SHA-256 of what is signed. */
    String hash() {
        return hash;
    }

    void fixed(String contentHash) {
        hash = contentHash;
    }
}
