package org.sekisho.persistence.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.SignedFile;
import org.sekisho.domain.agreement.SignedFiles;
import org.sekisho.persistence.shared.Entities;

/** Where the files of signatures made outside lie. */
@ApplicationScoped
public class SignedFileRows implements SignedFiles {

    @Inject
    private Entities entities;

    @Override
    public Optional<SignedFile> find(UUID signature) {
        return entities.first(
                SignedFile.class,
                "select f from SignedFile f where f.signature = :signature",
                Map.of("signature", signature));
    }

    @Override
    public void add(SignedFile file) {
        entities.add(file);
    }
}
