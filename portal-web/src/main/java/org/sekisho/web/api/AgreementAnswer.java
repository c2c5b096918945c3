package org.sekisho.web.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.AgreementRow;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.agreement.AgreementView;
import org.sekisho.domain.agreement.ApprovalRow;
import org.sekisho.domain.agreement.PartyRow;
import org.sekisho.domain.agreement.SignatureRow;
import org.sekisho.domain.agreement.SuspensionRow;
import org.sekisho.domain.agreement.VersionRow;
import org.sekisho.domain.agreement.VersionView;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseJson;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.clause.Words;

/**
 * One agreement as REST answers it.
 *
 * @param version of the row: sent back with a change, it keeps two people from overwriting each other
 * @param clauses of the newest version, each as it is signed
 * @param signatures on the newest version
 * @param approvals of the newest version; levels for the own organisation only
 */
public record AgreementAnswer(
        UUID id,
        int version,
        String number,
        Words title,
        AgreementState state,
        int latest,
        Optional<Integer> governing,
        Optional<LocalDate> firstDay,
        Optional<LocalDate> lastDay,
        Optional<Phase> phase,
        List<PartyRow> parties,
        List<VersionRow> versions,
        List<SuspensionRow> suspensions,
        Optional<Instant> endedAt,
        String endReason,
        List<JsonObject> clauses,
        List<SignatureRow> signatures,
        List<ApprovalRow> approvals) {

    static AgreementAnswer of(AgreementView view, VersionView newest) {
        AgreementRow row = view.row();
        return new AgreementAnswer(
                row.id(),
                row.version(),
                row.number(),
                row.title(),
                row.state(),
                row.latest(),
                row.governing(),
                row.firstDay(),
                row.lastDay(),
                row.phase(),
                row.parties(),
                view.versions(),
                view.suspensions(),
                view.endedAt(),
                view.endReason(),
                newest.clauses().stream().map(AgreementAnswer::json).toList(),
                newest.signatures(),
                newest.approvals());
    }

    static JsonObject json(Clause clause) {
        try (JsonReader reader = Json.createReader(new StringReader(ClauseJson.write(clause)))) {
            return reader.readObject();
        }
    }
}
