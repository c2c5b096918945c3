package org.sekisho.persistence.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.assurance.sample.Sample;
import org.sekisho.domain.assurance.sample.SampleItem;
import org.sekisho.domain.assurance.sample.Samples;
import org.sekisho.domain.assurance.sample.SheetContent;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.proof.sample.PopulationItem;
import org.sekisho.proof.sample.PopulationList;

/** Samples as rows. A population may have many: they are written some thousand at a time, and never as entities. */
@ApplicationScoped
public class SampleRows implements Samples {

    private static final int BATCH = 5_000;

    static final String POPULATION =
            "select cast(subject_id as text), stratum from sample_population_item where sample_id = :sample order by subject_id";

    static final String KEEP =
            """
            insert into sample_population_item (sample_id, engagement_id, position, subject_id, stratum)
            select :sample, :engagement, cast(:before as integer) + cast(u.place as integer), u.subject, u.stratum
            from unnest(cast(string_to_array(:subjects, ',') as uuid[]), string_to_array(:strata, ','))
                with ordinality as u (subject, stratum, place)
            """;

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Override
    public Optional<Sample> find(UUID id) {
        return entities.find(Sample.class, id);
    }

    /** Of two that ask at once, the unique constraint refuses the second. */
    @Override
    public int nextNumber(UUID engagement) {
        return sql.query("select coalesce(max(number), 0) + 1 from audit_sample where engagement_id = :engagement")
                .with("engagement", engagement)
                .first(row -> (int) row.number(0))
                .orElse(1);
    }

    @Override
    public void add(Sample sample, PopulationList population) {
        entities.add(sample);
        entities.flush();
        List<PopulationItem> items = population.items();
        for (int first = 0; first < items.size(); first += BATCH) {
            List<PopulationItem> batch = items.subList(first, Math.min(first + BATCH, items.size()));
            sql.query(KEEP)
                    .with("sample", sample.id())
                    .with("engagement", sample.engagement())
                    .with("before", first)
                    .with("subjects", batch.stream().map(PopulationItem::id).collect(Collectors.joining(",")))
                    .with("strata", batch.stream().map(PopulationItem::stratum).collect(Collectors.joining(",")))
                    .run();
        }
    }

    @Override
    public PopulationList population(UUID sample) {
        return new PopulationList(sql.query(POPULATION).with("sample", sample).list(SampleRows::item));
    }

    @Override
    public Optional<PopulationItem> inPopulation(UUID sample, UUID subject) {
        return sql.query("select cast(subject_id as text), stratum from sample_population_item"
                        + " where sample_id = :sample and subject_id = :subject")
                .with("sample", sample)
                .with("subject", subject)
                .first(SampleRows::item);
    }

    static PopulationItem item(Row row) {
        return new PopulationItem(row.text(0), row.text(1));
    }

    @Override
    public Optional<SampleItem> findItem(UUID id) {
        return entities.find(SampleItem.class, id);
    }

    @Override
    public boolean holds(UUID sample, UUID subject) {
        return sql.query("select exists (select from sample_item where sample_id = :sample and subject_id = :subject)")
                .with("sample", sample)
                .with("subject", subject)
                .first(row -> row.flag(0))
                .orElse(false);
    }

    /** Of two that ask at once, the unique constraint refuses the second. */
    @Override
    public int nextPosition(UUID sample) {
        return sql.query("select coalesce(max(position), 0) + 1 from sample_item where sample_id = :sample")
                .with("sample", sample)
                .first(row -> (int) row.number(0))
                .orElse(1);
    }

    @Override
    public void addItems(List<SampleItem> items) {
        items.forEach(entities::add);
    }

    @Override
    public Optional<SheetContent> content(UUID item) {
        return entities.find(SheetContent.class, item);
    }

    @Override
    public void add(SheetContent content) {
        entities.add(content);
    }
}
