package org.sekisho.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.phase.EvaluationView;
import org.sekisho.domain.agreement.phase.PhaseCriterion;
import org.sekisho.domain.agreement.phase.PhaseDirectory;
import org.sekisho.domain.agreement.phase.PhaseEvaluation;
import org.sekisho.domain.agreement.phase.PhaseRow;
import org.sekisho.domain.agreement.phase.PhaseVote;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Keyset;
import org.sekisho.persistence.shared.Keyset.Sort;
import org.sekisho.persistence.shared.Naming;
import org.sekisho.persistence.shared.Sql;

/**
 * Phases and evaluations as pages read them. An agreement has a handful of either; evaluations are put together by the domain, since
 * which votes count is a rule of it.
 */
@ApplicationScoped
public class PhaseLists implements PhaseDirectory {

    private static final Sort BEGAN = Sort.latest("h.began_at");
    private static final Keyset HISTORY =
            new Keyset("h.id", BEGAN, Map.of("began", BEGAN, "phase", Sort.text("h.phase")));

    @Inject
    private Sql sql;

    @Inject
    private Entities entities;

    @Inject
    private Entrance entrance;

    @Override
    public Page<PhaseRow> history(UUID agreement, Optional<Phase> phase, PageRequest page) {
        return HISTORY.page(
                sql,
                "h.id, h.agreement_id, h.phase, h.began_at, h.ended_at, h.phase_evaluation_id, h.stepped_back_by_person_id, h.reason",
                "from agreement_phase h where h.agreement_id = :agreement",
                statement -> statement.with("agreement", agreement).where("and h.phase = :phase", "phase", phase),
                page,
                row -> new PhaseRow(
                        row.id(0),
                        row.id(1),
                        row.constant(2, Phase.class),
                        row.instant(3),
                        row.optionalInstant(4),
                        row.optionalId(5),
                        row.optionalId(6),
                        row.text(7)));
    }

    @Override
    public List<EvaluationView> evaluations(UUID agreement) {
        return views(entities.list(
                PhaseEvaluation.class,
                "select e from PhaseEvaluation e where e.agreement = :agreement order by e.openedAt desc",
                Map.of("agreement", agreement)));
    }

    @Override
    public Optional<EvaluationView> find(UUID evaluation) {
        return views(entities.find(PhaseEvaluation.class, evaluation).stream().toList()).stream()
                .findFirst();
    }

    private List<EvaluationView> views(List<PhaseEvaluation> evaluations) {
        List<PhaseVote> votes =
                evaluations.stream().flatMap(each -> each.votes().stream()).toList();
        Map<UUID, String> names = entrance.withReachOf(SystemReach.NAMES, () -> {
            Map<UUID, String> found = new HashMap<>();
            found.putAll(names(
                    "select p.id, " + Naming.of("p") + " as name from person p",
                    votes.stream().map(PhaseVote::person).toList()));
            found.putAll(names(
                    "select o.id, " + Naming.of("o") + " as name from organisation o",
                    votes.stream().map(PhaseVote::organisation).toList()));
            return found;
        });
        return evaluations.stream().map(each -> view(each, names)).toList();
    }

    private Map<UUID, String> names(String select, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return sql
                .query(select + " where id = any (cast(string_to_array(:ids, ',') as uuid[]))")
                .with("ids", ids.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .list(row -> Map.entry(row.id(0), row.text(1)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static EvaluationView view(PhaseEvaluation evaluation, Map<UUID, String> names) {
        return new EvaluationView(
                evaluation.id(),
                evaluation.version(),
                evaluation.agreement(),
                evaluation.from(),
                evaluation.to(),
                evaluation.state(),
                evaluation.openedAt(),
                evaluation.closedAt(),
                evaluation.criteriaHash(),
                evaluation.criteria().stream().map(PhaseLists::criterion).toList(),
                evaluation.votes().stream()
                        .map(vote -> vote(vote, evaluation.covers(vote), names))
                        .toList(),
                evaluation.waitingFor().stream().sorted().toList());
    }

    private static EvaluationView.Criterion criterion(PhaseCriterion criterion) {
        return new EvaluationView.Criterion(
                criterion.code(),
                criterion.source(),
                criterion.comparison(),
                criterion.threshold(),
                criterion.value(),
                criterion.isMet(),
                criterion.evidence(),
                criterion.recordedBy(),
                criterion.recordedAt());
    }

    private static EvaluationView.Vote vote(PhaseVote vote, boolean counts, Map<UUID, String> names) {
        return new EvaluationView.Vote(
                vote.organisation(),
                names.getOrDefault(vote.organisation(), ""),
                vote.person(),
                Optional.ofNullable(names.get(vote.person())),
                vote.agrees(),
                counts,
                vote.reason(),
                vote.castAt());
    }
}
