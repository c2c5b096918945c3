package org.sekisho.persistence.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.SignedDocument;
import org.sekisho.domain.agreement.SignedDocuments;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** Signed documents as rows. */
@ApplicationScoped
public class SignedDocumentRows implements SignedDocuments {

    static final String WANTING =
            """
            select v.agreement_id, v.number, l.language from agreement_version v cross join (values ('JA'), ('EN')) as l (language)
            where v.governs_since is not null
              and not exists (select from agreement_document d where d.agreement_version_id = v.id and d.language = l.language)
            order by v.governs_since, v.id, l.language desc limit :most
            """;

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Override
    public List<Wanting> wanting(int limit) {
        return sql.query(WANTING)
                .with("most", limit)
                .list(row -> new Wanting(row.id(0), (int) row.number(1), Language.valueOf(row.text(2))));
    }

    @Override
    public Optional<SignedDocument> find(UUID version, Language language) {
        return entities.first(
                SignedDocument.class,
                "select d from SignedDocument d where d.version = :version and d.language = :language",
                Map.of("version", version, "language", language));
    }

    @Override
    public List<SignedDocument> of(UUID version) {
        return entities.list(
                SignedDocument.class,
                "select d from SignedDocument d where d.version = :version order by d.language",
                Map.of("version", version));
    }

    @Override
    public void add(SignedDocument document) {
        entities.add(document);
    }
}
