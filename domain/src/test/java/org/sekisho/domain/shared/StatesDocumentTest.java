package org.sekisho.domain.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.agreement.ApprovalState;
import org.sekisho.domain.agreement.ProposalState;
import org.sekisho.domain.agreement.SignatureState;
import org.sekisho.domain.agreement.VersionState;
import org.sekisho.domain.agreement.environment.AttestationState;
import org.sekisho.domain.agreement.freeze.FreezeState;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.agreement.phase.EvaluationState;
import org.sekisho.domain.agreement.training.TrainingState;
import org.sekisho.domain.assurance.control.CatalogueState;
import org.sekisho.domain.assurance.engagement.DeclarationState;
import org.sekisho.domain.assurance.engagement.EngagementState;
import org.sekisho.domain.assurance.engagement.RequestState;
import org.sekisho.domain.assurance.evidence.EvidenceState;
import org.sekisho.domain.assurance.finding.ActionState;
import org.sekisho.domain.assurance.finding.FindingState;
import org.sekisho.domain.assurance.pack.PackState;
import org.sekisho.domain.assurance.sample.SampleState;
import org.sekisho.domain.assurance.sample.SheetState;
import org.sekisho.domain.party.organisation.OrganisationState;
import org.sekisho.domain.party.person.PersonState;
import org.sekisho.domain.party.role.AssignmentState;
import org.sekisho.domain.playbook.PlaybookState;
import org.sekisho.domain.report.ReportState;
import org.sekisho.domain.report.TierChange;
import org.sekisho.domain.report.decision.TableState;
import org.sekisho.domain.report.disclosure.DisclosureState;
import org.sekisho.domain.report.embargo.EmbargoState;
import org.sekisho.domain.report.escalation.EscalationState;
import org.sekisho.domain.report.intake.IntakeState;
import org.sekisho.domain.report.release.ReleaseState;
import org.sekisho.domain.report.review.ChainState;
import org.sekisho.domain.report.review.InterimMeasure;
import org.sekisho.domain.report.review.StageState;

/** The diagrams in docs/states.md are those of the transition tables. */
class StatesDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "states.md");

    /** Writes the document anew: {@code mvn -pl domain test -Dtest=StatesDocumentTest -Dstates.write=true}. */
    private static final boolean WRITE = Boolean.getBoolean("states.write");

    @Test
    void theDocumentShowsTheTransitionTablesOfTheCode() throws IOException {
        if (WRITE) {
            Files.writeString(DOCUMENT, document());
        }
        assertEquals(document(), Files.readString(DOCUMENT));
    }

    private static String document() {
        StringBuilder text = new StringBuilder(
                """
                # States

                Drawn from the transition tables in the code; a test fails when they differ. What a state means stands at its enum.
                """);
        diagrams().forEach((title, diagram) -> text.append("\n## ")
                .append(title)
                .append("\n\n```mermaid\n")
                .append(diagram)
                .append("```\n"));
        return text.toString();
    }

    private static Map<String, String> diagrams() {
        Map<String, String> diagrams = new LinkedHashMap<>();
        diagrams.put("Organisation", StateDiagram.mermaid(OrganisationState.class));
        diagrams.put("Person", StateDiagram.mermaid(PersonState.class));
        diagrams.put("Role of a person", StateDiagram.mermaid(AssignmentState.class));
        diagrams.put("Agreement", StateDiagram.mermaid(AgreementState.class));
        diagrams.put("Version of an agreement", StateDiagram.mermaid(VersionState.class));
        diagrams.put("Proposal for a clause", StateDiagram.mermaid(ProposalState.class));
        diagrams.put("Internal approval", StateDiagram.mermaid(ApprovalState.class));
        diagrams.put("Signature", StateDiagram.mermaid(SignatureState.class));
        diagrams.put("Grant", StateDiagram.mermaid(GrantState.class));
        diagrams.put("Attestation of an environment", StateDiagram.mermaid(AttestationState.class));
        diagrams.put("Training record", StateDiagram.mermaid(TrainingState.class));
        diagrams.put("Evaluation of a phase", StateDiagram.mermaid(EvaluationState.class));
        diagrams.put("Freeze", StateDiagram.mermaid(FreezeState.class));
        diagrams.put("Playbook", StateDiagram.mermaid(PlaybookState.class));
        diagrams.put("Audit engagement", StateDiagram.mermaid(EngagementState.class));
        diagrams.put("Declaration of independence", StateDiagram.mermaid(DeclarationState.class));
        diagrams.put("Request of an auditor", StateDiagram.mermaid(RequestState.class));
        diagrams.put("Finding of an audit", StateDiagram.mermaid(FindingState.class));
        diagrams.put("Corrective action", StateDiagram.mermaid(ActionState.class));
        diagrams.put("Catalogue of controls", StateDiagram.mermaid(CatalogueState.class));
        diagrams.put("Sample of an audit", StateDiagram.mermaid(SampleState.class));
        diagrams.put("Test of a sampled item", StateDiagram.mermaid(SheetState.class));
        diagrams.put("Evidence", StateDiagram.mermaid(EvidenceState.class));
        diagrams.put("Evidence pack", StateDiagram.mermaid(PackState.class));
        diagrams.put("Import of reports", StateDiagram.mermaid(IntakeState.class));
        diagrams.put("Report", StateDiagram.mermaid(ReportState.class));
        diagrams.put("Change of a risk tier", StateDiagram.mermaid(TierChange.State.class));
        diagrams.put("Review of a revision", StateDiagram.mermaid(ChainState.class));
        diagrams.put("Stage of a review", StateDiagram.mermaid(StageState.class));
        diagrams.put("Interim measure", StateDiagram.mermaid(InterimMeasure.State.class));
        diagrams.put("Release of a rendering", StateDiagram.mermaid(ReleaseState.class));
        diagrams.put("Embargo", StateDiagram.mermaid(EmbargoState.class));
        diagrams.put("Disclosure of a flaw", StateDiagram.mermaid(DisclosureState.class));
        diagrams.put("Escalation", StateDiagram.mermaid(EscalationState.class));
        diagrams.put("Decision table", StateDiagram.mermaid(TableState.class));
        return diagrams;
    }
}
