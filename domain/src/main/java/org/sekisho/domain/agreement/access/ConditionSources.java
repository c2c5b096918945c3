package org.sekisho.domain.agreement.access;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        return new OutsideFacts(
                ask(ConditionSource.Name.PLAYBOOKS, PlaybookFacts.class, question),
                ask(ConditionSource.Name.ASSURANCE, AssuranceFacts.class, question),
                ask(ConditionSource.Name.USAGE, UsageFacts.class, question));
    }

    private <F extends OutsideFact> Optional<F> ask(
            ConditionSource.Name name, Class<F> answer, ConditionSource.Question question) {
        List<ConditionSource> named =
                sources.stream().filter(source -> source.name() == name).toList();
        if (named.size() != 1) {
            LOG.log(Level.WARNING, "{0} sources of conditions named {1}, one is needed", named.size(), name);
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(named.get(0).load(question))
                    .filter(answer::isInstance)
                    .map(answer::cast);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "The source of conditions " + name + " failed", failure);
            return Optional.empty();
        }
    }
}
