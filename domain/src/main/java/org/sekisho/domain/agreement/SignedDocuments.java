package org.sekisho.domain.agreement;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Language;

/** Documents that the portal signed, as far as the asker may see their versions. */
public interface SignedDocuments {

    /** A version and a language in which it has no signed document yet, although it came into force. */
    record Wanting(UUID agreement, int number, Language language) {}

    /** What is to be made, the version that governed first before the others. */
    List<Wanting> wanting(int limit);

    Optional<SignedDocument> find(UUID version, Language language);

    /** Of one version, by language. */
    List<SignedDocument> of(UUID version);

    /** @throws org.sekisho.domain.shared.Refusal where there is one already */
    void add(SignedDocument document);
}
