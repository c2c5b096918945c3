package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.container.regime.Sessions.use;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Kept;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.agreement.access.Condition;
import org.sekisho.domain.agreement.access.Reason;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.engagement.AuditRequest.Asked;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.OrganisationDirectory.OrganisationRow;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.ejb.access.DeclareFreeze;
import org.sekisho.ejb.access.FreezeService;
import org.sekisho.ejb.assurance.EvidenceService;
import org.sekisho.ejb.assurance.RaiseRequest;
import org.sekisho.ejb.assurance.RequestService;
import org.sekisho.ejb.assurance.UploadEvidence;
import org.sekisho.ejb.home.HomeService;

/** What the access decision asks of whoever answers auditors. The regime's agreement is frozen: that stops nobody here. */
final class AnswerChecks {

    private final Regime regime = Regime.get();
    private final Bank bank = regime.own();
    private final Player chief = bank.person(Role.CISO);

    /** Whoever is frozen gives no evidence; once the freeze is lifted, they do again. */
    void areStoppedByAFreezeOfWhoAnswers() {
        chief.run(this::upload);
        UUID freeze = bank.person(Role.SECURITY_REVIEWER).as(() -> use(FreezeService.class)
                .freeze(new DeclareFreeze(
                        Optional.empty(), Optional.of(chief.email()), Optional.empty(), false, "Tried in a test")));
        assertDenied(chief, Condition.NOT_FROZEN);
        new FreezeChecks().liftByTwo(freeze, bank.person(Role.SIGNATORY));
        chief.run(this::upload);
    }

    /** The clause lets the role answer, and the grant is only requested. */
    void needAGrant() {
        assertDenied(bank.person(Role.SECURITY_REVIEWER), Condition.GRANT_CURRENT);
    }

    /** A request waits for whoever may answer it; where nobody may, for whoever looks after people there, with a word about it. */
    void areAskedOfWhoMayGiveThem() {
        Player reviewer = bank.person(Role.SECURITY_REVIEWER);
        Player administrator = bank.person(Role.ORGANISATION_ADMINISTRATOR);
        assertEquals(List.of("queue.audit-answer"), asked(chief));
        assertEquals(List.of(), asked(reviewer), "without a grant");
        assertEquals(List.of(), asked(administrator));
        try {
            Database.run("update access_grant set state = 'REVOKED' where id = ?", bank.thing("grant", "answering"));
            assertEquals(List.of(), asked(chief));
            assertEquals(List.of("queue.audit-let-answer"), asked(administrator));
            assertEquals(
                    List.of(),
                    asked(regime.other().person(Role.ORGANISATION_ADMINISTRATOR)),
                    "of another organisation");
        } finally {
            Kept.restore();
        }
    }

    /** Whoever is asked reads of the audit: its own organisation and the parties to its agreement, and no bank beside them. */
    void areAskedOfWhomTheAuditConcerns() {
        Player auditor = regime.player(Role.AUDITOR);
        RequestService requests = use(RequestService.class);
        UUID engagement = bank.thing("engagement");
        Set<UUID> askable = auditor.as(() -> requests.askable(engagement)).stream()
                .map(OrganisationRow::id)
                .collect(Collectors.toUnmodifiableSet());
        UUID provider = regime.provider();
        assertTrue(askable.containsAll(Set.of(bank.organisation(), provider)), askable::toString);
        UUID rival = regime.other().organisation();
        assertFalse(askable.contains(rival));
        assertEquals(
                "assurance.asked-unconcerned",
                AtOnce.outcome(() -> auditor.run(() -> requests.raise(asking(engagement, rival)))));
        assertEquals("done", AtOnce.outcome(() -> auditor.run(() -> requests.raise(asking(engagement, provider)))));
    }

    private RaiseRequest asking(UUID engagement, UUID organisation) {
        LocalDate today = regime.today();
        return new RaiseRequest(
                engagement,
                new Asked(
                        organisation,
                        EvidenceSection.TRAINING,
                        "Records",
                        new Period(today, today),
                        today.plusDays(5)));
    }

    /** How the regime's request stands in a person's queue. */
    private List<String> asked(Player player) {
        return player.as(() -> use(HomeService.class).queue()).stream()
                .filter(item -> item.subject().id().equals(bank.thing("audit-request")))
                .map(QueueItem::textKey)
                .toList();
    }

    private void assertDenied(Player player, Condition condition) {
        Refusal refusal = assertThrows(Refusal.class, () -> player.run(this::upload));
        assertEquals(AssuranceError.ANSWER_DENIED, refusal.code());
        assertEquals(condition.name(), refusal.parameters().get("first"));
        List<Reason> told = player.as(() -> use(RequestService.class).obstacles(bank.thing("engagement")));
        assertEquals(List.of(condition), told.stream().map(Reason::condition).toList());
    }

    /** What the trail says of the decision on the evidence that the regime began with. */
    List<String> decided() {
        return Database.texts(
                "select concat(convert_from(leaf, 'UTF8')::jsonb #>> '{details,action}', ' ',"
                        + " convert_from(leaf, 'UTF8')::jsonb #>> '{details,permit}') from trail_event"
                        + " where act = 'evidence.receive' and subject_id = ?",
                bank.thing("evidence"));
    }

    private void upload() {
        use(EvidenceService.class)
                .open(new UploadEvidence(
                        bank.thing("engagement"),
                        EvidenceSection.TRAINING,
                        "",
                        new Period(regime.today(), regime.today()),
                        Tlp.AMBER,
                        "Certificates",
                        "certificates.txt",
                        "certificates".getBytes(StandardCharsets.UTF_8).length));
    }
}
