package org.sekisho.ejb.agreement;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.AgreementDirectory;
import org.sekisho.domain.agreement.AgreementError;
import org.sekisho.domain.agreement.AgreementParty;
import org.sekisho.domain.agreement.AgreementVersion;
import org.sekisho.domain.agreement.Agreements;
import org.sekisho.domain.agreement.AuthorityRow;
import org.sekisho.domain.agreement.PartyRow;
import org.sekisho.domain.agreement.Reauthentication;
import org.sekisho.domain.agreement.Reauthentication.Factor;
import org.sekisho.domain.agreement.SignatureRow;
import org.sekisho.domain.agreement.SignatureState;
import org.sekisho.domain.agreement.Signing;
import org.sekisho.domain.agreement.SigningAuthorities;
import org.sekisho.domain.agreement.SigningAuthority;
import org.sekisho.domain.agreement.VersionView;
import org.sekisho.domain.agreement.clause.NamedTables;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.party.Reauthenticating;
import org.sekisho.ejb.party.Reauthenticating.Proved;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;

/** How a version comes to be signed: fixing it, internal approvals, signatures in the portal and outside. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class SigningService {

    private static final String AGREEMENT = "agreement";

    @Inject
    private CurrentAct act;

    @Inject
    private Agreements agreements;

    @Inject
    private NamedTables tables;

    @Inject
    private AgreementDirectory directory;

    @Inject
    private SigningAuthorities authorities;

    @Inject
    private Reauthenticating reauthenticating;

    @Inject
    private AgreementTerms terms;

    @Inject
    private Settings settings;

    /** What somebody about to sign is shown. */
    @Permission(value = "agreement:read", recorded = Recorded.REFUSALS)
    public SigningSheet sheet(@About(AGREEMENT) UUID agreement, int number) {
        VersionView view =
                directory.findVersion(agreement, number).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        AgreementVersion version = agreements.require(agreement).requireVersion(number);
        Optional<PartyRow> party = view.parties().stream()
                .filter(each -> act.actor().isOf(each.organisation()))
                .findFirst();
        Set<UUID> missing = version.signing().missing().stream()
                .map(AgreementParty::organisation)
                .collect(Collectors.toUnmodifiableSet());
        return new SigningSheet(
                view,
                party,
                view.parties().stream()
                        .filter(each -> missing.contains(each.organisation()))
                        .toList(),
                party.filter(each -> version.signing().isApproved(each.organisation()))
                        .isPresent(),
                party.filter(each -> hasStanding(view, each.organisation())).isPresent(),
                party.map(each -> current(each.organisation())).orElse(List.of()),
                reauthenticating.asksForCode());
    }

    /**
     * Fixes the content of the newest version and opens signing, for the coordinator.
     *
     * @param governsFrom the first day on which it governs; empty = the first day of its term
     * @return SHA-256 of the content in hexadecimal
     */
    @Permission("agreement:open-signing")
    public String openSigning(@About(AGREEMENT) UUID agreement, Optional<LocalDate> governsFrom) {
        AgreementVersion latest = agreements.requireLocked(agreement).latest();
        act.happened(latest.signing().open(act.actor(), governsFrom, tables, act.now()));
        return latest.contentHash().orElseThrow();
    }

    /**
     * Begins the internal approval of the actor's party.
     *
     * @param levels whose offices decide, in order
     */
    @Permission("agreement:approve")
    public void planApproval(@About(AGREEMENT) UUID agreement, int number, List<String> levels) {
        change(agreement, number, signing -> signing.planApproval(act.actor(), levels, act.now()));
    }

    /** Records what one level of the own party's internal approval decided. */
    @Permission("agreement:approve")
    public void recordApproval(RecordApproval command) {
        change(
                command.agreement(),
                command.number(),
                signing -> signing.recordApproval(act.actor(), command.decision(), act.now()));
    }

    /**
     * Signs for the actor's party. When that was the last signature and the version's day has come, it governs right after.
     *
     * @throws Refusal with a code of {@link AgreementError}; or with a code of {@code AccountError} for wrong credentials, which count
     */
    @Permission("agreement:sign")
    public void sign(SignAgreement command) {
        agreements.require(command.agreement());
        Optional<Proved> proved = reauthenticating.prove(command.password(), command.code());
        if (proved.isEmpty()) {
            return;
        }
        SigningAuthority authority = authority(command);
        change(
                command.agreement(),
                command.number(),
                signing -> signing.sign(
                        act.actor(), authority, command.hash(), reauthentication(proved.get()), act.now()));
        act.afterCommit(() -> terms.lookAt(command.agreement()));
    }

    /** Confirms that the file signed outside matches: the coordinator and the party, two people. */
    @Permission("agreement:confirm-signature")
    public void confirmSignature(ConfirmSignature command) {
        change(
                command.agreement(),
                command.number(),
                signing -> signing.confirm(act.actor(), command.organisation(), command.fileHash(), act.now()));
        act.afterCommit(() -> terms.lookAt(command.agreement()));
    }

    /** Finds that the file signed outside doesn't match. */
    @Permission("agreement:confirm-signature")
    public void rejectSignature(@About(AGREEMENT) UUID agreement, int number, UUID organisation, String reason) {
        change(agreement, number, signing -> signing.reject(act.actor(), organisation, reason, act.now()));
    }

    /** Withdraws the signature of the actor's party; where the version governs, the agreement is suspended. */
    @Permission("agreement:sign")
    public void withdrawSignature(@About(AGREEMENT) UUID agreement, int number, String reason) {
        change(agreement, number, signing -> signing.withdraw(act.actor(), reason, act.now()));
    }

    private void change(UUID agreement, int number, Function<Signing, DomainEvent> verb) {
        AgreementVersion version = agreements.requireLocked(agreement).requireVersion(number);
        act.happened(verb.apply(version.signing()));
    }

    /** The authority by which the person signs: the one that was chosen, or the one that is valid longest. */
    private SigningAuthority authority(SignAgreement command) {
        if (command.authority().isPresent()) {
            return authorities.require(command.authority().get());
        }
        return act.actor()
                .organisation()
                .flatMap(own -> authorities.current(own, act.person(), Days.of(act.now())).stream()
                        .findFirst())
                .orElseThrow(() -> new Refusal(AgreementError.AUTHORITY_NEEDED));
    }

    private Reauthentication reauthentication(Proved proved) {
        Set<Factor> factors = EnumSet.of(Factor.PASSWORD);
        if (proved.secondFactor()) {
            factors.add(Factor.ONE_TIME_CODE);
        }
        return new Reauthentication(act.person(), act.now(), factors, settings.demo());
    }

    private List<AuthorityRow> current(UUID organisation) {
        LocalDate today = Days.of(act.now());
        return directory.authorities(organisation).stream()
                .filter(each -> each.person().filter(act.person()::equals).isPresent())
                .filter(each -> each.revokedAt().isEmpty() && !each.validUntil().isBefore(today))
                .toList();
    }

    private static boolean hasStanding(VersionView view, UUID organisation) {
        return view.signatures().stream()
                .filter(each -> each.organisation().equals(organisation))
                .map(SignatureRow::state)
                .anyMatch(state -> state == SignatureState.IN_EFFECT || state == SignatureState.UNCONFIRMED);
    }
}
