package org.sekisho.domain.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** The authorities on file to sign for organisations, as far as the asker may see them. */
public interface SigningAuthorities {

    Optional<SigningAuthority> find(UUID id);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default SigningAuthority require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** What this person may sign by for the organisation today, the longest valid first. */
    List<SigningAuthority> current(UUID organisation, UUID person, LocalDate today);

    void add(SigningAuthority authority);
}
