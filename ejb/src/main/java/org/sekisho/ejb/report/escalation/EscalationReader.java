package org.sekisho.ejb.report.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.ReportError;
import org.sekisho.domain.report.escalation.Escalation;
import org.sekisho.domain.report.escalation.EscalationDirectory;
import org.sekisho.domain.report.escalation.EscalationDirectory.Authority;
import org.sekisho.domain.report.escalation.EscalationDocument;
import org.sekisho.domain.report.escalation.EscalationReading;
import org.sekisho.domain.report.escalation.EscalationRow;
import org.sekisho.domain.report.escalation.EscalationSides;
import org.sekisho.domain.report.escalation.EscalationState;
import org.sekisho.domain.report.escalation.EscalationView;
import org.sekisho.domain.report.escalation.Escalations;
import org.sekisho.domain.report.escalation.ReportEvaluations;
import org.sekisho.domain.report.reading.ReportDirectory;
import org.sekisho.domain.report.redaction.Masking;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.vault.Vault;
import org.sekisho.ejb.report.ReportGate;
import org.sekisho.ejb.report.ReportMasking;
import org.sekisho.ejb.shared.CurrentAct;

/** Opens an escalation for who reads it, and keeps that somebody of the authority did. */
@ApplicationScoped
class EscalationReader {

    private static final int MOST_EVALUATIONS = 50;

    @Inject
    private CurrentAct act;

    @Inject
    private Escalations escalations;

    @Inject
    private ReportEvaluations evaluations;

    @Inject
    private EscalationDirectory directory;

    @Inject
    private ReportDirectory reports;

    @Inject
    private ReportGate gate;

    @Inject
    private ReportMasking maskings;

    @Inject
    private Vault vault;

    EscalationView view(EscalationRow row, Escalation of) {
        boolean opens = gate.opens(of.agreement(), of.organisation());
        // What people wrote themselves may name what the rendering masks.
        Masking masking = maskings.forReader(of.agreement(), of.organisation());
        Optional<byte[]> sent = of.rendering().filter(any -> opens).flatMap(each -> bytes(of, each));
        List<EscalationReading> readings = escalations.readings(of.id());
        Map<UUID, String> people = reports.names(people(of, readings));
        List<UUID> authorities = directory.authorities(Days.of(act.now())).stream()
                .map(Authority::id)
                .toList();
        Set<UUID> named = organisations(of, readings);
        named.addAll(authorities);
        Map<UUID, String> organisations = directory.organisations(named);
        return new EscalationView(
                row,
                of.acknowledgedBy().map(people::get),
                evaluations.of(of.report(), MOST_EVALUATIONS).stream()
                        .map(each -> new EscalationView.Evaluated(
                                each.cause(),
                                each.tableCode(),
                                each.tableVersion(),
                                each.rowNumber(),
                                each.inputs(),
                                each.level(),
                                each.evaluatedAt(),
                                each.id().equals(of.evaluation())))
                        .toList(),
                of.steps().stream()
                        .map(each -> new EscalationView.Step(
                                each.kind(),
                                each.level(),
                                each.person().map(people::get),
                                each.organisation().map(organisations::get),
                                each.takenAt(),
                                each.reason(vault).filter(any -> opens).map(masking::text)))
                        .toList(),
                of.documents().stream()
                        .map(each -> new EscalationView.Document(
                                each.id(),
                                each.kind(),
                                each.sha256(),
                                each.size(),
                                each.person().map(people::get),
                                each.sentAt(),
                                text(of, each, opens).map(masking::text),
                                readings.stream()
                                        .filter(reading -> reading.document().equals(each.id()))
                                        .map(reading -> new EscalationView.Reading(
                                                people.getOrDefault(reading.person(), ""),
                                                organisations.getOrDefault(reading.organisation(), ""),
                                                reading.readAt()))
                                        .toList()))
                        .toList(),
                of.rendering().map(EscalationDocument::sha256),
                sent.map(Renderings::read),
                authorities.stream()
                        .map(each -> organisations.getOrDefault(each, ""))
                        .toList(),
                may(of));
    }

    /** The bytes of a document; empty where the actor may not read them. Where somebody of the authority does, that is kept. */
    Optional<byte[]> bytes(Escalation of, EscalationDocument document) {
        Optional<byte[]> bytes = escalations.content(document.id()).map(kept -> kept.open(document, vault));
        bytes.flatMap(read -> of.read(document, act.actor(), act.now())).ifPresent(escalations::keep);
        return bytes;
    }

    /** Refuses whoever would read in people's own words what is masked for them; a rendering is made of the masked text. */
    void requireWhole(Escalation of, EscalationDocument document, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Checks.check(
                document.kind() != EscalationDocument.Kind.CONTEXT
                        || maskings.forReader(of.agreement(), of.organisation())
                                .text(text)
                                .equals(text),
                ReportError.CONTENT_MASKED);
    }

    private Optional<String> text(Escalation of, EscalationDocument document, boolean opens) {
        return Optional.of(document)
                .filter(each -> each.kind() == EscalationDocument.Kind.CONTEXT
                        // What an institution's people wrote themselves, they read without the model's agreement.
                        && (opens || act.actor().isOf(of.organisation())))
                .flatMap(each -> bytes(of, each))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private EscalationView.May may(Escalation of) {
        Actor actor = act.actor();
        boolean owner = of.state().isOpen() && EscalationSides.speaksForOwner(actor, of.organisation());
        return new EscalationView.May(
                of.state().canBecome(EscalationState.ACKNOWLEDGED)
                        && EscalationSides.isDutyOfficer(actor, of.organisation()),
                owner,
                owner && of.voluntaryAt().isEmpty(),
                of.state().canBecome(EscalationState.STOOD_DOWN)
                        && EscalationSides.isOfAuthority(actor, of.organisation()));
    }

    private static Set<UUID> people(Escalation of, List<EscalationReading> readings) {
        Set<UUID> people = new HashSet<>();
        of.acknowledgedBy().ifPresent(people::add);
        of.steps().forEach(each -> each.person().ifPresent(people::add));
        of.documents().forEach(each -> each.person().ifPresent(people::add));
        readings.forEach(each -> people.add(each.person()));
        return people;
    }

    private static Set<UUID> organisations(Escalation of, List<EscalationReading> readings) {
        Set<UUID> organisations = new HashSet<>();
        of.steps().forEach(each -> each.organisation().ifPresent(organisations::add));
        readings.forEach(each -> organisations.add(each.organisation()));
        return organisations;
    }
}
