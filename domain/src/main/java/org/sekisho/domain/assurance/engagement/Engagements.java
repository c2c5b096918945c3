package org.sekisho.domain.assurance.engagement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** Keeps the engagements. */
public interface Engagements {

    Optional<Engagement> find(UUID id);

    /** @throws Refusal {@code shared.not-found} */
    default Engagement require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** Every engagement of the agreement, in the order of their periods; for the calendar and the rotation of firms. */
    List<Engagement> ofAgreement(UUID agreement);

    /** The same of those in which the organisation is audited on its own account. */
    List<Engagement> ofOwnAccount(UUID audited);

    void add(Engagement engagement);
}
