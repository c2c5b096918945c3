package org.sekisho.domain.agreement.access;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Asks every source that conditions need, and turns a missing, failing or doubled one into an unknown. */
public final class ConditionSources {

    private static final System.Logger LOG = System.getLogger(ConditionSources.class.getName());

    private final List<ConditionSource> sources;

    /** @param sources every source there is; order doesn't matter */
    public ConditionSources(Iterable<? extends ConditionSource> sources) {
        this.sources = new ArrayList<>();
        sources.forEach(this.sources::add);
    }

    /** What all of them know. */
    public OutsideFacts ask(ConditionSource.Question question) {
        return Objects.requireNonNull(ask(List.of(question)).get(question.agreement()));
    }

    /** What all of them know, by agreement; one entry for each question. */
    public Map<UUID, OutsideFacts> ask(List<ConditionSource.Question> questions) {
        if (questions.isEmpty()) {
            return Map.of();
        }
        Map<UUID, PlaybookFacts> playbooks = ask(ConditionSource.Name.PLAYBOOKS, PlaybookFacts.class, questions);
        Map<UUID, AssuranceFacts> assurance = ask(ConditionSource.Name.ASSURANCE, AssuranceFacts.class, questions);
        Map<UUID, UsageFacts> usage = ask(ConditionSource.Name.USAGE, UsageFacts.class, questions);
        Map<UUID, OutsideFacts> known = new HashMap<>();
        for (ConditionSource.Question question : questions) {
            UUID agreement = question.agreement();
            known.put(
                    agreement,
                    new OutsideFacts(
                            Optional.ofNullable(playbooks.get(agreement)),
                            Optional.ofNullable(assurance.get(agreement)),
                            Optional.ofNullable(usage.get(agreement))));
        }
        return known;
    }

    private <F extends OutsideFact> Map<UUID, F> ask(
            ConditionSource.Name name, Class<F> answer, List<ConditionSource.Question> questions) {
        List<ConditionSource> named =
                sources.stream().filter(source -> source.name() == name).toList();
        if (named.size() != 1) {
            LOG.log(Level.WARNING, "{0} sources of conditions named {1}, one is needed", named.size(), name);
            return Map.of();
        }
        try {
            return named.get(0).load(questions).entrySet().stream()
                    .filter(known -> answer.isInstance(known.getValue()))
                    .collect(Collectors.toMap(Map.Entry::getKey, known -> answer.cast(known.getValue())));
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The source of conditions " + name + " failed", failure);
            return Map.of();
        }
    }
}
