package org.sekisho.container.matrix;

import static java.util.Map.entry;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.Sessions;
import org.sekisho.domain.agreement.SignatureMethod;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.SampleClauses;
import org.sekisho.domain.assurance.control.DeliveredCatalogue;
import org.sekisho.domain.assurance.engagement.EngagementTerms;
import org.sekisho.domain.assurance.finding.FindingWords;
import org.sekisho.domain.assurance.finding.FindingWords.Part;
import org.sekisho.domain.party.MailDomain;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.decision.TableEdit;
import org.sekisho.domain.report.decision.TableUse;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.access.DeclareFreeze;
import org.sekisho.ejb.assurance.GiveCertificate;
import org.sekisho.ejb.assurance.PickItem;
import org.sekisho.ejb.assurance.control.DraftCatalogue;
import org.sekisho.ejb.report.decision.DraftTable;
import org.sekisho.ejb.report.intake.PublishedList;
import org.sekisho.proof.log.Tile;

/** What arguments mean that types and names don't tell. */
final class Described {

    /** Where a use case wants a thing in another state than the usual one. */
    private static final Map<String, String> STATES = Map.ofEntries(
            entry("DraftingService.edit", "draft"),
            entry("DraftingService.retitle", "draft"),
            entry("DraftingService.writeClause", "draft"),
            entry("DraftingService.dropClause", "draft"),
            entry("DraftingService.giveUp", "draft"),
            entry("NegotiationService.openRound", "draft"),
            entry("NegotiationService.compareProposal", "negotiating"),
            entry("NegotiationService.compareProposedText", "negotiating"),
            entry("NegotiationService.extendRound", "negotiating"),
            entry("NegotiationService.closeRound", "negotiating"),
            entry("NegotiationService.comment", "negotiating"),
            entry("NegotiationService.propose", "negotiating"),
            entry("NegotiationService.takeBack", "negotiating"),
            entry("NegotiationService.acceptProposal", "negotiating"),
            entry("NegotiationService.declineProposal", "negotiating"),
            entry("SigningService.openSigning", "negotiating"),
            entry("SigningService.sheet", "signing"),
            entry("SigningService.planApproval", "signing"),
            entry("SigningService.recordApproval", "signing"),
            entry("SigningService.sign", "signing"),
            entry("OutsideSigningService.open", "signing"),
            entry("SigningService.confirmSignature", "signing"),
            entry("SigningService.rejectSignature", "signing"),
            entry("GrantService.approve", "requested"),
            entry("GrantService.decline", "requested"),
            entry("GrantService.check", "approved"),
            entry("EnvironmentService.approve", "proposed"),
            entry("EnvironmentService.decline", "proposed"));

    /**
     * Everyone signed in may know which organisations there are and who is designated; mails and nodes are the installation's and no
     * bank's: so none of these says what is hidden.
     */
    static final Set<String> OPEN_TO_EVERYONE = Set.of(
            "OrganisationService.designations",
            "AccountService.actFor",
            "MailService.tryAnew",
            "HousekeepingService.tellSurplus");

    /** For a key on P-256 that nobody has; valid from 2020 to 2100. */
    private static final String CERTIFICATE =
            """
            -----BEGIN CERTIFICATE-----
            MIIBXDCCAQKgAwIBAgIBATAKBggqhkjOPQQDAjAlMQ0wCwYDVQQDDARwMjU2MRQw
            EgYDVQQKDAtLZW5zYSBBdWRpdDAgFw0yMDAxMDEwMDAwMDBaGA8yMTAwMDEwMTAw
            MDAwMFowJTENMAsGA1UEAwwEcDI1NjEUMBIGA1UECgwLS2Vuc2EgQXVkaXQwWTAT
            BgcqhkjOPQIBBggqhkjOPQMBBwNCAATA2efMbnfThFWf7yPBikjI3tIwfNMEH3Wc
            hk1jlJYTVEIOekqU2ayBYetsFY4VxXsKqcSISEYTFYxTmTh6oyQZoyEwHzAdBgNV
            HQ4EFgQU/WK+FSjPeaG7eFU0iTwYSlNypoQwCgYIKoZIzj0EAwIDSAAwRQIhAKWg
            O0Eo0xQmCQ5KPAwv8XCgliFkO8JGeP2PjQOm1sXLAiBcNby0Dkg16Z9Ew0IpycO7
            o34P1v1Zzv2Voun+Fz7j/w==
            -----END CERTIFICATE-----
            """;

    private static final UUID OF_NOBODY = UUID.randomUUID();

    private final Regime regime;

    Described(Regime regime) {
        this.regime = regime;
    }

    /** Use cases that name a thing of somebody's by a text, or in a list. */
    boolean concerns(String useCase) {
        return Set.of(
                        "AgreementService.findByNumber",
                        "PeopleService.find",
                        "FreezeService.freeze",
                        "ReportService.chosen")
                .contains(useCase);
    }

    /** The arguments of use cases that want very particular ones. */
    Optional<Object[]> arguments(String useCase, Bank bank) {
        return switch (useCase) {
            case "CertificateService.giveCertificate" -> Optional.of(
                    new Object[] {new GiveCertificate(bank.thing("engagement"), bytes(CERTIFICATE), Optional.empty())});
            case "CertificateService.readCertificate" -> Optional.of(
                    new Object[] {bank.thing("engagement"), bytes(CERTIFICATE)});
            case "EvidenceService.receive" -> Optional.of(new Object[] {regime.upload(bank)});
            case "FreezeService.freeze" -> Optional.of(new Object[] {
                new DeclareFreeze(
                        Optional.empty(),
                        Optional.of(bank.person(Role.ANALYST).email()),
                        Optional.empty(),
                        false,
                        "Doubts")
            });
            case "ControlService.draft" -> Optional.of(
                    new Object[] {new DraftCatalogue(bytes(DeliveredCatalogue.oscal()))});
                // There from the beginning of the log on, so that it doesn't matter how long that is by now.
            case "TrailLogService.tile" -> Optional.of(new Object[] {new Tile(0, 0, Tile.FULL)});
            case "TrailLogService.entries" -> Optional.of(new Object[] {new Tile(0, 0, 1)});
            case "IntakeService.begin" -> Optional.of(new Object[] {bank.held()});
            case "ExploitationService.loadKnown" -> Optional.of(new Object[] {
                new PublishedList(
                        bytes(
                                "{\"catalogVersion\":\"2026.11.24\",\"dateReleased\":\"2026-11-24T00:00:00Z\",\"count\":0,\"vulnerabilities\":[]}"))
            });
            case "ExploitationService.loadPredictions" -> Optional.of(new Object[] {
                new PublishedList(
                        bytes("#model_version:v2026.03.14,score_date:2026-11-24T00:00:00+0000\ncve,epss,percentile\n"))
            });
            case "OutsideSigningService.attachSignature" -> Optional.of(new Object[] {regime.signedOutside(bank)});
            case "SampleService.pick" -> Optional.of(
                    new Object[] {new PickItem(bank.thing("sample"), bank.thing("sampled-record"), "Words of a test")});
            case "SigningService.sign" -> Optional.of(new Object[] {regime.signature(bank)});
            case "TableService.draft" -> Optional.of(new Object[] {
                new DraftTable(
                        "weather",
                        "Weather",
                        TableUse.REFERENCE,
                        "Sky,Outcome\nfine,go\ngrey,stay\n".getBytes(StandardCharsets.UTF_8),
                        List.of())
            });
            case "TableService.answer" -> Optional.of(
                    new Object[] {"weather", 1, 0, TableEdit.ofOutcomes(Map.of(0, "go"))});
            default -> Optional.empty();
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A value of this type, where only its meaning tells what is well-formed. */
    Optional<Object> value(Class<?> type, String name, String useCase, Bank bank) {
        if (type == Clause.class) {
            return Optional.of(SampleClauses.usage(3_000));
        } else if (type == ClauseKind.class) {
            return Optional.of(ClauseKind.USAGE);
        } else if (type == Name.class) {
            return Optional.of(Name.of("A name", "名称"));
        } else if (type == MailDomain.class) {
            return Optional.of(MailDomain.of(bank.name() + ".example"));
        } else if (type == PageRequest.class) {
            return Optional.of(PageRequest.first());
        } else if (type == EngagementTerms.class) {
            return Optional.of(regime.terms(bank));
        } else if (type == InputStream.class) {
            return Optional.of(new ByteArrayInputStream(
                    "email,name_en,name_ja,organisation,roles,language\n".getBytes(StandardCharsets.UTF_8)));
        } else if (type == Duration.class) {
            return Optional.of(Duration.ZERO);
        } else if (type == ErrorCode.class) {
            return Optional.of(SharedError.UNAVAILABLE);
        } else if (type == SignatureMethod.class) {
            return Optional.of(SignatureMethod.OUTSIDE_PAPER);
        } else if (type == List.class && name.equals("levels")) {
            return Optional.of(List.of("Section head"));
        } else if (type == List.class && name.equals("networks")) {
            return Optional.of(List.of("127.0.0.0/8"));
        } else if (type == List.class
                && (name.equals("threats")
                        || name.equals("acceding")
                        || name.equals("leaving")
                        || name.equals("roles"))) {
            return Optional.of(List.of());
        } else if (type == List.class && (name.equals("findings") || name.equals("rejections"))) {
            return Optional.of(List.of());
        } else if (type == List.class && name.equals("people")) {
            return Optional.of(List.of());
        } else if (type == ZoneId.class) {
            return Optional.of(Days.ZONE);
        } else if (type == FindingWords.class) {
            return Optional.of(new FindingWords(Map.of(
                    Part.TITLE, "A finding",
                    Part.CONDITION, "What is",
                    Part.CRITERION, "What should be",
                    Part.RECOMMENDATION, "What helps")));
        } else if (type == Map.class) {
            return Optional.of(Map.of());
        } else if (type == Role.class) {
            return Optional.of(Role.ANALYST);
        }
        return Optional.empty();
    }

    /** Whether an optional id of this name means something of the bank's. */
    boolean knows(String name, Bank bank) {
        return bank.has(name) && !name.equals("organisation") || name.equals("authority");
    }

    UUID id(String name, String useCase, Bank bank) {
        return switch (name) {
            case "institution", "responsibleParty" -> bank.organisation();
            case "provider" -> regime.provider();
            case "subject" -> bank.thing("agreement");
            case "original", "reports" -> bank.thing("report");
            case "mail", "node", "measure", "absence", "shift", "events" -> OF_NOBODY;
            case "firm", "recipient" -> regime.firm();
            case "asked" -> regime.provider();
            case "attestedBy" -> regime.laboratory();
            case "intake" -> bank.thing("report-import");
            case "to" -> regime.secretariat();
            case "designation" -> regime.designation();
            case "authority" -> useCase.startsWith("AuditService")
                    ? regime.authority()
                    : bank.thing("signing-authority");
            case "holder", "id" -> bank.thing("person");
            default -> bank.thing(name, STATES.getOrDefault(useCase, ""));
        };
    }

    String text(String name, String useCase, Bank bank) {
        Player analyst = bank.person(Role.ANALYST);
        return switch (name) {
            case "person" -> analyst.email();
            case "email" -> "newcomer@" + bank.name() + ".example";
            case "organisation" -> bank.name();
            case "number" -> regime.number(bank);
            case "name" -> useCase.startsWith("PeopleService") ? analyst.email() : bank.name();
            case "shortName" -> "newcomer";
            case "username" -> "nobody@" + bank.name() + ".example";
            case "password", "present", "next" -> analyst.password();
            case "code" -> useCase.startsWith("PlaybookService") ? "payment-loss" : "000000";
            case "otp" -> "";
            case "source" -> "GrantQueue";
            case "token" -> "no-such-token";
            case "environment" -> useCase.startsWith("IntakeService") ? "" : "otemachi-lab";
            case "fileName" -> "findings.sarif";
            case "training" -> "safe-output";
            case "criterion" -> "systemic-risk";
            case "hash",
                    "contentHash",
                    "fileHash",
                    "readHash",
                    "sha256",
                    "listSha256",
                    "tagManifestSha256",
                    "certificate",
                    "blob" -> "ab".repeat(32);
            case "control" -> "";
            case "vectors" -> "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N";
            default -> "Words of a test";
        };
    }

    LocalDate day(String name) {
        return name.startsWith("last") || name.startsWith("valid") || name.equals("due") || name.equals("reportDue")
                ? regime.today().plusDays(30)
                : regime.today();
    }

    Instant moment() {
        return Sessions.use(java.time.Clock.class).instant().plus(Duration.ofDays(9));
    }
}
