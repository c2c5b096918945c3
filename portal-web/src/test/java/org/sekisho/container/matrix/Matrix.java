package org.sekisho.container.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Kept;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.Waiting;
import org.sekisho.domain.party.signin.AccountError;
import org.sekisho.domain.shared.SharedError;

/** Calls every use case as everyone, and collects what is not as it must be. */
public final class Matrix {

    private final Regime regime = Regime.get();
    private final List<UseCase> useCases = new ArrayList<>();
    private final List<Who> everyone = Who.everyone(regime);
    private final Arguments arguments = new Arguments(new Described(regime));
    private final List<String> wrong = new ArrayList<>();
    private final Set<String> done = new TreeSet<>();
    private final List<String> undescribed = new ArrayList<>();
    private int calls;

    public Matrix() {
        Kept.keep();
        for (UseCase useCase : UseCase.all()) {
            try {
                arguments.of(useCase, regime.own());
                useCases.add(useCase);
            } catch (IllegalStateException missing) {
                undescribed.add(missing.getMessage());
            }
        }
    }

    /** The use cases whose arguments nobody has described yet. */
    public List<String> undescribed() {
        return undescribed;
    }

    /** Whoever lacks the permission is refused with that code, which is recorded, and nothing changes. */
    public List<String> withoutPermission() {
        Events events = new Events();
        for (UseCase useCase : useCases) {
            for (Who who : everyone) {
                if (who.mustBeRefused(useCase.permission())) {
                    SharedError expected = who.isNobody() ? SharedError.NOT_SIGNED_IN : SharedError.NOT_PERMITTED;
                    Outcome outcome = call(who, useCase, regime.own(), events);
                    check(outcome.isRefusedWith(expected), who, useCase, outcome);
                }
            }
        }
        return ended(events);
    }

    /** Another organisation's thing isn't there for whoever has the permission, which is recorded, and nothing changes. */
    public List<String> aboutOthersThings() {
        Events events = new Events();
        for (UseCase useCase : useCases) {
            if (arguments.concern(useCase) && !Described.OPEN_TO_EVERYONE.contains(useCase.name())) {
                for (Who who : everyone) {
                    if (who.may(useCase.permission()) && !who.reachesAll()) {
                        Outcome outcome = call(who, useCase, regime.other(), events);
                        check(outcome.isNotFound(), who, useCase, outcome);
                    }
                }
            }
        }
        return ended(events);
    }

    /** Whoever has the permission is never told that it is missing, nothing breaks, and what is done leaves its event. */
    public List<String> withPermission() {
        Events events = new Events();
        for (UseCase useCase : useCases) {
            for (Who who : everyone) {
                if (who.may(useCase.permission())) {
                    Outcome outcome = call(who, useCase, regime.own(), events);
                    boolean turnedAway = outcome.isRefusedWith(SharedError.NOT_PERMITTED)
                            || outcome.isRefusedWith(SharedError.NOT_SIGNED_IN);
                    check(!turnedAway && outcome.failure().isEmpty(), who, useCase, outcome);
                    if (outcome.isDone()) {
                        done.add(useCase.name());
                    }
                    restore(useCase, outcome);
                }
            }
        }
        return ended(events);
    }

    /** Puts back what was done; a failed credential is counted although the act is refused. */
    private static void restore(UseCase useCase, Outcome outcome) {
        if (useCase.name().equals("ImportService.startImport")) {
            Waiting.until("The import ends", () -> Database.texts(
                            "select id::text from people_import where state = 'RUNNING'")
                    .isEmpty());
        }
        boolean counted =
                outcome.refused().filter(AccountError.class::isInstance).isPresent();
        if (counted || (outcome.isDone() && useCase.mayChange())) {
            Kept.restore();
        }
    }

    /** How many use cases there are. */
    public int size() {
        return useCases.size();
    }

    /** The use cases that nobody has done, so that nothing but their refusals was seen. Ask after {@link #withPermission}. */
    public Set<String> neverDone() {
        Set<String> never = new TreeSet<>();
        useCases.stream()
                .map(UseCase::name)
                .filter(each -> !done.contains(each))
                .forEach(never::add);
        return never;
    }

    private Outcome call(Who who, UseCase useCase, Bank bank, Events events) {
        calls++;
        Object[] given = arguments.of(useCase, bank);
        Outcome outcome = Outcome.of(who, useCase, given, "198.18." + calls / 250 + "." + calls % 250);
        boolean recorded = !outcome.isDone() || useCase.isRecorded(who.auditor());
        if (recorded) {
            String code = outcome.refused().map(each -> each.code()).orElse("-");
            events.expect(String.join(" ", who.actorIn(useCase.permission()), useCase.act(), outcome.word(), code));
        }
        return outcome;
    }

    private void check(boolean right, Who who, UseCase useCase, Outcome outcome) {
        if (!right) {
            wrong.add(who.name() + ": " + useCase.name() + ": " + outcome);
        }
    }

    private List<String> ended(Events events) {
        List<String> all = new ArrayList<>(wrong);
        wrong.clear();
        all.addAll(events.differences());
        Kept.changed().forEach(table -> all.add("Changed: " + table));
        Kept.restore();
        return all;
    }
}
