package org.sekisho.domain.agreement.clause;

import java.util.List;
import org.sekisho.domain.agreement.clause.ScopeClause.NamedSystem;

/** The articles on who may use the model, for what, from where and how much. */
final class AccessText {

    private AccessText() {}

    static void scope(ArticleDraft draft, ScopeClause scope) {
        Drafting drafting = draft.drafting();
        draft.say("model", "model", scope.model(), "versions", scope.versions());
        if (scope.versions().indexOf('*') >= 0) {
            draft.say("wildcard");
        }
        draft.items(scope.purposes().stream().map(drafting::word).toList(), "purposes")
                .table(systems(drafting, scope.systems()), "systems", "systems");
        if (!scope.excluded().isEmpty()) {
            draft.table(systems(drafting, scope.excluded()), "excluded", "systems");
        }
    }

    private static List<List<String>> systems(Drafting drafting, List<NamedSystem> systems) {
        return systems.stream()
                .map(system -> List.of(system.id(), drafting.words(system.name())))
                .toList();
    }

    static void people(ArticleDraft draft, PeopleClause people) {
        Drafting drafting = draft.drafting();
        draft.say("team", "limit", drafting.count("person", people.teamLimit()))
                .table(
                        people.roles().stream()
                                .map(entry -> List.of(drafting.word(entry.role()), drafting.words(entry.actions())))
                                .toList(),
                        "actions",
                        "actions");
        if (!people.trainings().isEmpty()) {
            draft.table(
                    people.trainings().stream()
                            .map(training -> List.of(
                                    training.code(),
                                    drafting.words(training.name()),
                                    drafting.count("day", training.validityDays()),
                                    drafting.words(training.roles())))
                            .toList(),
                    "trainings",
                    "trainings");
        }
        draft.say("grants");
    }

    static void environments(ArticleDraft draft, EnvironmentsClause environments) {
        Drafting drafting = draft.drafting();
        draft.table(
                        environments.environments().stream()
                                .map(environment -> List.of(
                                        environment.code(),
                                        drafting.words(environment.name()),
                                        drafting.list(environment.networks().stream()
                                                .map(NetworkRange::cidr)
                                                .toList()),
                                        drafting.word(environment.attestedBy()),
                                        drafting.count("day", environment.attestationDays()),
                                        drafting.sentence(environment.outputMayLive() ? "yes" : "no")))
                                .toList(),
                        "list",
                        "list")
                .say("attestation")
                .say("output");
    }

    static void usage(ArticleDraft draft, UsageClause usage) {
        Drafting drafting = draft.drafting();
        draft.say(
                        "limits",
                        "requests",
                        drafting.count("request", usage.requestsPerDay()),
                        "tokens",
                        drafting.count("token", usage.tokensPerDay()))
                .say("day");
    }
}
