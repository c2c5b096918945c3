package org.sekisho.container.regime;

import static org.sekisho.container.regime.Sessions.use;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.AuthorityKind;
import org.sekisho.domain.agreement.LevelDecision;
import org.sekisho.domain.agreement.SignatureMethod;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.PeopleClause;
import org.sekisho.domain.agreement.clause.PeopleClause.RoleActions;
import org.sekisho.domain.agreement.clause.SampleClauses;
import org.sekisho.domain.agreement.clause.TablesClause;
import org.sekisho.domain.agreement.clause.TablesClause.TableReference;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.agreement.AgreementService;
import org.sekisho.ejb.agreement.AttachSignature;
import org.sekisho.ejb.agreement.ConfirmSignature;
import org.sekisho.ejb.agreement.DraftAgreement;
import org.sekisho.ejb.agreement.DraftingService;
import org.sekisho.ejb.agreement.NegotiationService;
import org.sekisho.ejb.agreement.OutsideSigningService;
import org.sekisho.ejb.agreement.RecordApproval;
import org.sekisho.ejb.agreement.RecordAuthority;
import org.sekisho.ejb.agreement.SignAgreement;
import org.sekisho.ejb.agreement.SignatureUpload;
import org.sekisho.ejb.agreement.SigningAuthorityService;
import org.sekisho.ejb.agreement.SigningService;
import org.sekisho.proof.hash.Sha256;

/** Brings agreements of a bank as far as a test needs them. */
final class Agreements {

    /** What a party signed on paper, as a file. */
    static final byte[] SIGNED_OUTSIDE = "%PDF-1.7\nSigned\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private final Player coordinator;
    private final UUID provider;
    private final LocalDate today = Days.of(use(Clock.class).instant());

    Agreements(Player coordinator, UUID provider) {
        this.coordinator = coordinator;
        this.provider = provider;
    }

    LocalDate today() {
        return today;
    }

    UUID draft(Bank bank, List<UUID> acceding) {
        List<Clause> clauses = new ArrayList<>(SampleClauses.all());
        clauses.replaceAll(clause -> switch (clause.kind()) {
            case GENERAL -> SampleClauses.general(today, today.plusDays(300));
            case PEOPLE -> answering(SampleClauses.people());
            case TABLES -> new TablesClause(new TableReference("risk", 1), new TableReference("escalation", 1));
            default -> clause;
        });
        return coordinator.as(() -> use(DraftingService.class)
                .draft(new DraftAgreement(
                        new Words("Trial of " + bank.name(), "試行 " + bank.name()),
                        bank.organisation(),
                        provider,
                        acceding,
                        clauses)));
    }

    /** The same people, and the security side and the CISO answer auditors. */
    private static PeopleClause answering(PeopleClause people) {
        List<RoleActions> roles = new ArrayList<>(people.roles());
        roles.replaceAll(entry -> entry.role() == Role.SECURITY_REVIEWER
                ? new RoleActions(entry.role(), Set.of(Action.REPORT_READ, Action.REPORT_REVIEW, Action.AUDIT_ANSWER))
                : entry);
        roles.add(new RoleActions(Role.CISO, Set.of(Action.AUDIT_ANSWER)));
        return new PeopleClause(people.teamLimit(), roles, people.trainings());
    }

    UUID negotiating(Bank bank, List<UUID> acceding) {
        UUID agreement = draft(bank, acceding);
        coordinator.run(() -> use(NegotiationService.class)
                .openRound(agreement, use(Clock.class).instant().plus(Duration.ofDays(7))));
        return agreement;
    }

    UUID signing(Bank bank, List<UUID> acceding) {
        UUID agreement = negotiating(bank, acceding);
        coordinator.as(() -> use(SigningService.class).openSigning(agreement, Optional.empty()));
        return agreement;
    }

    /** In force: signed by everyone, by the first of them on paper, for a term that began today. */
    UUID inForce(Bank bank, List<UUID> acceding, List<Player> signatories) {
        UUID agreement = signing(bank, acceding);
        for (Player signatory : signatories) {
            approve(agreement, signatory);
            if (signatory.equals(signatories.get(0))) {
                signOutside(agreement, signatory);
            } else {
                sign(agreement, signatory);
            }
        }
        return agreement;
    }

    /** The internal approval of a party, in two levels. */
    void approve(UUID agreement, Player signatory) {
        approve(agreement, 1, signatory);
    }

    /** The same of a later version. */
    void approve(UUID agreement, int number, Player signatory) {
        SigningService signing = use(SigningService.class);
        signatory.run(() -> signing.planApproval(agreement, number, List.of("Section head", "Director")));
        for (int level = 1; level <= 2; level++) {
            LevelDecision decision = new LevelDecision(level, "Sato Keiko", true, today, "", Optional.of("R-118"));
            signatory.run(() -> signing.recordApproval(new RecordApproval(agreement, number, decision)));
        }
    }

    /** A signature in the portal, with password and one-time code. */
    void sign(UUID agreement, Player signatory) {
        sign(agreement, 1, signatory);
    }

    /** The same of a later version. */
    void sign(UUID agreement, int number, Player signatory) {
        Sessions.forgetCodes();
        signatory.run(() -> use(SigningService.class).sign(signature(agreement, number, signatory)));
    }

    private void signOutside(UUID agreement, Player signatory) {
        UUID authority = AccessThings.id(
                "select id::text from signing_authority where organisation_id = ?", signatory.organisation());
        SignatureUpload upload = outside(agreement, authority, signatory);
        signatory.run(() -> use(OutsideSigningService.class).attachSignature(upload));
        ConfirmSignature matches =
                new ConfirmSignature(agreement, 1, signatory.organisation(), Sha256.hex(SIGNED_OUTSIDE));
        coordinator.run(() -> use(SigningService.class).confirmSignature(matches));
        signatory.run(() -> use(SigningService.class).confirmSignature(matches));
    }

    /** What a signatory fills in to sign. */
    SignAgreement signature(UUID agreement, Player signatory) {
        return signature(agreement, 1, signatory);
    }

    private SignAgreement signature(UUID agreement, int number, Player signatory) {
        String hash = coordinator
                .as(() -> use(AgreementService.class).version(agreement, number))
                .row()
                .contentHash()
                .orElseThrow();
        String code = signatory.totp().map(Sessions::code).orElse("");
        return new SignAgreement(agreement, number, hash, Optional.empty(), signatory.password(), code);
    }

    /** That somebody may sign, put on file by somebody else of the organisation. */
    UUID authority(Player signatory, Player keeper) {
        return keeper.as(() -> use(SigningAuthorityService.class)
                .recordAuthority(new RecordAuthority(
                        signatory.organisation(),
                        Optional.of(signatory.id()),
                        "Suzuki Ichiro",
                        AuthorityKind.POWER_OF_ATTORNEY,
                        "POA-7",
                        today.plusDays(300))));
    }

    String number(UUID agreement) {
        return Database.texts("select number from agreement where id = ?", agreement)
                .get(0);
    }

    /** A file signed outside, sealed and not yet put on file. */
    SignatureUpload outside(UUID agreement, UUID authority, Player signatory) {
        SignatureUpload upload = signatory.as(() -> use(OutsideSigningService.class)
                .open(new AttachSignature(
                        agreement,
                        1,
                        authority,
                        SignatureMethod.OUTSIDE_PAPER,
                        today,
                        "signed.pdf",
                        SIGNED_OUTSIDE.length)));
        try {
            upload.take(new ByteArrayInputStream(SIGNED_OUTSIDE));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return upload;
    }
}
