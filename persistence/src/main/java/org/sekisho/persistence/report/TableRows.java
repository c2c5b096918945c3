package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.report.decision.TableVersion;
import org.sekisho.domain.report.decision.TableVersions;
import org.sekisho.persistence.shared.Entities;

/** Versions of decision tables as rows. */
@ApplicationScoped
public class TableRows implements TableVersions {

    @Inject
    private Entities entities;

    @Override
    public Optional<TableVersion> version(String code, int version) {
        return entities.first(
                TableVersion.class,
                "select t from TableVersion t where t.code = :code and t.version = :version",
                Map.of("code", code, "version", version));
    }

    @Override
    public Optional<TableVersion> newest(String code) {
        return entities.first(
                TableVersion.class,
                "select t from TableVersion t where t.code = :code order by t.version desc",
                Map.of("code", code));
    }

    @Override
    public void add(TableVersion draft) {
        entities.add(draft);
        entities.flush();
    }

    @Override
    public void remove(TableVersion draft) {
        entities.remove(draft);
    }
}
