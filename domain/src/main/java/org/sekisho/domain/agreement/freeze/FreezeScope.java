package org.sekisho.domain.agreement.freeze;

import static org.sekisho.domain.shared.Checks.check;

import java.util.Optional;
import java.util.UUID;

/**
 * What a freeze names.
 *
 * @param kind what sort of thing
 * @param target which one; empty for, and only for, {@link FreezeKind#ALL}
 */
public record FreezeScope(FreezeKind kind, Optional<UUID> target) {

    public FreezeScope {
        check(target.isEmpty() == (kind == FreezeKind.ALL), FreezeError.SCOPE_NOT_ONE);
    }

    public static FreezeScope person(UUID person) {
        return new FreezeScope(FreezeKind.PERSON, Optional.of(person));
    }

    public static FreezeScope organisation(UUID organisation) {
        return new FreezeScope(FreezeKind.ORGANISATION, Optional.of(organisation));
    }

    public static FreezeScope agreement(UUID agreement) {
        return new FreezeScope(FreezeKind.AGREEMENT, Optional.of(agreement));
    }

    public static FreezeScope all() {
        return new FreezeScope(FreezeKind.ALL, Optional.empty());
    }

    /** Whether it names this very thing. {@link FreezeKind#ALL} names nothing in particular. */
    public boolean names(FreezeKind otherKind, UUID other) {
        return kind == otherKind && target.filter(other::equals).isPresent();
    }
}
