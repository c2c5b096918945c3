package org.sekisho.domain.party.provisioning;

import java.util.stream.Stream;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.SharedError;

/** Finds the code of a line's refusal again by how it was kept. */
final class PartyErrors {

    private PartyErrors() {}

    static ErrorCode ofCode(String code) {
        return Stream.<ErrorCode>concat(Stream.of(PartyError.values()), Stream.of(SharedError.values()))
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(SharedError.MALFORMED);
    }
}
