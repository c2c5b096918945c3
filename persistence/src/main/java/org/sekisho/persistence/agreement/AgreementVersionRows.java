package org.sekisho.persistence.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.AgreementVersion;
import org.sekisho.domain.agreement.AgreementVersions;
import org.sekisho.domain.agreement.VersionState;
import org.sekisho.persistence.shared.Entities;

/** Versions of agreements as rows. */
@ApplicationScoped
public class AgreementVersionRows implements AgreementVersions {

    @Inject
    private Entities entities;

    @Override
    public Optional<AgreementVersion> find(UUID agreement, int number) {
        return entities.first(
                AgreementVersion.class,
                "select v from AgreementVersion v where v.agreement.id = :agreement and v.number = :number",
                Map.of("agreement", agreement, "number", number));
    }

    @Override
    public Optional<AgreementVersion> governing(UUID agreement) {
        return entities.first(
                AgreementVersion.class,
                "select v from AgreementVersion v where v.agreement.id = :agreement and v.state = :state",
                Map.of("agreement", agreement, "state", VersionState.GOVERNING));
    }
}
