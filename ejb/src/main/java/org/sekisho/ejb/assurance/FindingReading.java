package org.sekisho.ejb.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.assurance.control.CatalogueVersions;
import org.sekisho.domain.assurance.control.Control;
import org.sekisho.domain.assurance.engagement.AuditedAgreements;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.assurance.engagement.Engagements;
import org.sekisho.domain.assurance.finding.ActionFilter;
import org.sekisho.domain.assurance.finding.ActionRow;
import org.sekisho.domain.assurance.finding.AuditFinding;
import org.sekisho.domain.assurance.finding.AuditFindings;
import org.sekisho.domain.assurance.finding.CorrectiveAction;
import org.sekisho.domain.assurance.finding.FindingDays;
import org.sekisho.domain.assurance.finding.FindingDirectory;
import org.sekisho.domain.assurance.finding.FindingRow;
import org.sekisho.domain.assurance.finding.FindingSeals;
import org.sekisho.domain.assurance.finding.FindingState;
import org.sekisho.domain.assurance.finding.FindingStatement;
import org.sekisho.domain.assurance.finding.FindingStatement.Kind;
import org.sekisho.domain.assurance.finding.FindingView;
import org.sekisho.domain.assurance.finding.FindingView.Said;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.shared.CurrentAct;

/** Puts a finding together as its page shows it, as far as the actor sees it, and keeps what the actor says about it. */
@ApplicationScoped
class FindingReading {

    @Inject
    private CurrentAct act;

    @Inject
    private Engagements engagements;

    @Inject
    private CatalogueVersions catalogues;

    @Inject
    private AuditFindings findings;

    @Inject
    private FindingDirectory directory;

    @Inject
    private AuditedAgreements agreements;

    @Inject
    private Organisations organisations;

    @Inject
    private Vault vault;

    /** Keeps what was said about a finding, sealed under the key of the audited organisation. */
    void say(AuditFinding finding, Kind kind, String words) {
        UUID id = FindingStatement.nextId();
        byte[] sealed = sealed(id, finding, words);
        findings.add(FindingStatement.about(id, finding, kind, sealed, act.actor(), act.now()));
    }

    /** The same of an action that its finding led to. */
    void say(AuditFinding finding, CorrectiveAction action, Kind kind, String words) {
        UUID id = FindingStatement.nextId();
        byte[] sealed = sealed(id, finding, words);
        findings.add(FindingStatement.about(id, finding, action, kind, sealed, act.actor(), act.now()));
    }

    private byte[] sealed(UUID id, AuditFinding finding, String words) {
        String said = Checks.requireText(words, "words", FindingStatement.WORDS_LIMIT);
        return new FindingSeals(vault).seal(id, finding.organisation(), said);
    }

    FindingView view(UUID id) {
        FindingRow row = directory.finding(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        AuditFinding finding = findings.require(id);
        Engagement engagement = engagements.require(finding.engagement());
        ActionFilter its = new ActionFilter(Optional.empty(), Optional.of(id), Set.of(), Set.of());
        List<ActionRow> actions = directory
                .actions(its, new PageRequest(PageRequest.MOST, Optional.empty(), Optional.of("number"), false))
                .items();
        LocalDate today = Days.of(act.now());
        return new FindingView(
                row,
                finding.agreement(),
                concerned(engagement, finding),
                new FindingSeals(vault).open(findings.texts(id, finding.revision()), finding.organisation()),
                finding.checkedRevision(),
                finding.raisedAt(),
                said(finding, actions),
                actions,
                engagement.state() != EngagementState.CLOSED,
                finding.state() == FindingState.FACT_CHECK
                        && finding.days()
                                .map(FindingDays::facts)
                                .filter(today::isAfter)
                                .isPresent());
    }

    private List<Control> concerned(Engagement engagement, AuditFinding finding) {
        Set<String> named = finding.controls();
        return named.isEmpty()
                ? List.of()
                : catalogues.catalogue(engagement.catalogueVersion()).named(named);
    }

    private List<Said> said(AuditFinding finding, List<ActionRow> actions) {
        List<FindingStatement> statements = findings.statements(finding.id());
        Map<UUID, String> people = agreements.names(
                statements.stream().map(FindingStatement::person).collect(Collectors.toSet()));
        Map<UUID, Integer> numbers = actions.stream().collect(Collectors.toMap(ActionRow::id, ActionRow::number));
        FindingSeals seals = new FindingSeals(vault);
        return statements.stream()
                .map(each -> new Said(
                        each.kind(),
                        each.action().map(numbers::get),
                        each.revision(),
                        seals.open(each, finding.organisation()),
                        Optional.ofNullable(people.get(each.person())),
                        organisations.require(each.organisation()).name(),
                        each.statedAt()))
                .toList();
    }
}
