package org.sekisho.ejb.assurance.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.control.Control;
import org.sekisho.domain.assurance.control.ControlCatalogue;
import org.sekisho.domain.assurance.control.DeliveredCatalogue;
import org.sekisho.domain.assurance.control.Wording;
import org.sekisho.domain.assurance.engagement.Conclusion;
import org.sekisho.domain.assurance.evidence.EvidenceState;
import org.sekisho.domain.assurance.finding.FindingSeverity;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.shared.Ids;
import org.sekisho.ejb.assurance.control.AssessedAudit.Evidence;
import org.sekisho.ejb.assurance.control.AssessedAudit.Found;
import org.sekisho.ejb.assurance.control.AssessedAudit.PackedFile;
import org.sekisho.ejb.assurance.control.AssessedAudit.Party;
import org.sekisho.ejb.assurance.control.AssessedAudit.Remedy;
import org.sekisho.ejb.assurance.control.AssessedAudit.Sample;
import org.sekisho.ejb.assurance.control.AssessedAudit.Terms;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonString;
import org.sekisho.proof.json.JsonValue;

/** Assessment results are what NIST's schema allows, as an independent library judges it, and name only what they hold. */
class AssessmentResultsTest {

    private static final OscalSchema SCHEMA = new OscalSchema("ar");
    private static final UUID AUDIT = Ids.next();
    private static final Party BANK = new Party(Ids.next(), Name.of("First Bank", "第一銀行"));
    private static final Party SECRETARIAT = new Party(Ids.next(), Name.of("Secretariat", "事務局"));
    private static final Party FIRM = new Party(Ids.next(), Name.of("", "監査法人"));
    private static final Instant NOW = Instant.parse("2026-11-30T01:02:03.456789Z");
    private static final Period PERIOD = new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30));
    private static final PackedFile FILE =
            new PackedFile("data/evidence/grants/0123456789ab-grants.pdf", "ab".repeat(32));
    private static final PackedFile SHEET = new PackedFile("data/samples/1/sample.json", "cd".repeat(32));

    private static final Evidence EVIDENCE = new Evidence(
            Ids.next(),
            "List of grants\nof September ",
            EvidenceSection.GRANTS,
            "ac-1",
            PERIOD,
            NOW,
            EvidenceState.ACCEPTED,
            Tlp.AMBER,
            FILE);
    private static final Sample SAMPLE =
            new Sample(Ids.next(), 1, "Approvals", Set.of(EvidenceSection.GRANTS), NOW, 40, 5, 5, 4, 1, SHEET);

    private static Found found(List<Remedy> remedies, String... controls) {
        return new Found(
                FOUND,
                1,
                EvidenceSection.GRANTS,
                Set.of(controls),
                FindingSeverity.HIGH,
                "Grants without\tapproval",
                "Two of five grants have none.\n\nSeen in the sample.",
                "The agreement, clause on people.",
                "Have them approved.",
                LocalDate.of(2027, 1, 31),
                remedies);
    }

    private static final UUID FOUND = Ids.next();

    private static AssessedAudit audit(
            ControlCatalogue catalogue,
            List<Evidence> evidence,
            List<Sample> samples,
            List<Found> findings,
            Optional<Conclusion> conclusion,
            Optional<Party> firm) {
        return new AssessedAudit(
                AUDIT,
                "AUD-2026-Q2",
                new Terms(
                        Standard.ISAE_3000,
                        AssuranceLevel.LIMITED,
                        conclusion.isPresent() ? "The agreement" : "",
                        PERIOD,
                        EnumSet.of(EvidenceSection.GRANTS, EvidenceSection.TRAIL)),
                BANK,
                SECRETARIAT,
                firm,
                1,
                catalogue,
                evidence,
                samples,
                findings,
                conclusion,
                NOW);
    }

    private static AssessedAudit whole(List<Remedy> remedies) {
        return audit(
                DeliveredCatalogue.catalogue(),
                List.of(EVIDENCE),
                List.of(SAMPLE),
                List.of(found(remedies)),
                Optional.of(Conclusion.QUALIFIED),
                Optional.of(FIRM));
    }

    private static JsonObject written(AssessedAudit audit) {
        JsonObject written = new AssessmentResults(audit, new BothLanguages()).write();
        assertEquals(List.of(), SCHEMA.faults(CanonicalJson.text(written)));
        assertHolds(written);
        return written.object("assessment-results");
    }

    /** What the schema can't say: every identifier stands once, and everything that is named is there. */
    private static void assertHolds(JsonObject written) {
        Set<String> own = new HashSet<>();
        Set<String> named = new TreeSet<>();
        walk(written, own, named);
        named.removeAll(own);
        assertEquals(Set.of(), named);
    }

    private static void walk(JsonValue value, Set<String> own, Set<String> named) {
        if (value instanceof JsonArray array) {
            array.items().forEach(each -> walk(each, own, named));
        } else if (value instanceof JsonObject object) {
            object.findString("uuid").ifPresent(uuid -> assertTrue(own.add(uuid), uuid));
            object.findString("href")
                    .filter(href -> href.startsWith("#"))
                    .ifPresent(href -> named.add(href.substring(1)));
            object.members().forEach((name, each) -> {
                if (name.endsWith("-uuid") && each instanceof JsonString text) {
                    named.add(text.value());
                }
                if (name.equals("party-uuids") && each instanceof JsonArray parties) {
                    named.addAll(parties.strings());
                }
                walk(each, own, named);
            });
        }
    }

    private static JsonObject result(AssessedAudit audit) {
        return written(audit).array("results").objects().get(0);
    }

    @Test
    void anAuditWithEverythingIsWhatTheSchemaAllows() {
        JsonObject result = result(whole(List.of()));
        assertEquals("2026-06-30T15:00:00Z", result.string("start"));
        assertEquals("2026-09-30T15:00:00Z", result.string("end"));
        assertEquals(2, result.array("observations").items().size());
        assertEquals(1, result.array("risks").items().size());
        assertTrue(CanonicalJson.text(result.array("attestations")).contains("Qualified conclusion"));
    }

    @Test
    void anAuditWithNothingIsWhatTheSchemaAllowsToo() {
        JsonObject result = result(audit(
                DeliveredCatalogue.catalogue(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty()));
        for (String absent : List.of("observations", "risks", "findings", "attestations")) {
            assertTrue(result.find(absent).isEmpty(), absent);
        }
    }

    @Test
    void theControlsThatWereReviewedAreThoseOfTheScope() {
        JsonObject selection = result(whole(List.of()))
                .object("reviewed-controls")
                .array("control-selections")
                .objects()
                .get(0);
        Set<String> ids = selection.array("include-controls").objects().stream()
                .map(each -> each.string("control-id"))
                .collect(Collectors.toSet());
        assertTrue(ids.containsAll(Set.of("ac-1", "ac-2", "ac-3", "tl-1", "tl-2", "op-1")), ids.toString());
        assertFalse(ids.contains("tr-1"));
    }

    @Test
    void aFindingThatNamesNoControlSaysOfEachOfItsSectionThatItIsNotSatisfied() {
        List<JsonObject> findings = result(whole(List.of())).array("findings").objects();
        assertEquals(List.of("ac-1_smt", "ac-2_smt", "ac-3_smt"), targets(result(whole(List.of()))));
        findings.forEach(each -> assertEquals(
                "not-satisfied", each.object("target").object("status").string("state")));
        assertEquals(2, findings.get(0).array("related-observations").items().size());
        assertEquals("Grants without approval", findings.get(0).string("title"));
    }

    @Test
    void aFindingSaysOfTheControlsThatItNamesAndOfNoOthersThatTheyAreNotSatisfied() {
        JsonObject result = result(naming("tl-1", "ac-1"));
        List<JsonObject> findings = result.array("findings").objects();
        assertEquals(List.of("ac-1_smt", "tl-1_smt"), targets(result));
        findings.forEach(each -> assertEquals(
                "not-satisfied", each.object("target").object("status").string("state")));
        assertEquals(
                findings.get(0).array("related-risks").objects(),
                findings.get(1).array("related-risks").objects());
    }

    @Test
    void aFindingRestsOnWhatWasObservedOfTheControlsThatItNames() {
        JsonObject handedInForIt = result(naming("ac-1", "tl-1"));
        assertEquals(List.of(2, 0), observations(handedInForIt.array("findings").objects()));
        assertEquals(List.of(2), observations(handedInForIt.array("risks").objects()));
        JsonObject handedInForAnother = result(naming("ac-2"));
        assertEquals(
                List.of(1), observations(handedInForAnother.array("findings").objects()), "The sample of its section");
        JsonObject ofAnotherSection = result(naming("tl-2"));
        assertEquals(
                List.of(0, 0),
                observations(Stream.concat(
                                ofAnotherSection.array("findings").objects().stream(),
                                ofAnotherSection.array("risks").objects().stream())
                        .toList()));
    }

    private static AssessedAudit naming(String... controls) {
        return audit(
                DeliveredCatalogue.catalogue(),
                List.of(EVIDENCE),
                List.of(SAMPLE),
                List.of(found(List.of(), controls)),
                Optional.of(Conclusion.QUALIFIED),
                Optional.of(FIRM));
    }

    private static List<String> targets(JsonObject result) {
        return result.array("findings").objects().stream()
                .map(each -> each.object("target").string("target-id"))
                .toList();
    }

    private static List<Integer> observations(List<JsonObject> of) {
        return of.stream()
                .map(each -> each.find("related-observations").isEmpty()
                        ? 0
                        : each.array("related-observations").items().size())
                .toList();
    }

    @Test
    void aFindingWhereTheCatalogueHasNoControlPointsAtTheSection() {
        ControlCatalogue other = new ControlCatalogue(
                new Wording("Other", ""),
                List.of(new Control(
                        "x-1",
                        new Wording("x", ""),
                        new Wording("x", ""),
                        Set.of(EvidenceSection.USAGE),
                        new TreeSet<>())));
        JsonObject result = result(audit(
                other, List.of(EVIDENCE), List.of(), List.of(found(List.of())), Optional.empty(), Optional.of(FIRM)));
        assertEquals(
                "grants",
                result.array("findings").objects().get(0).object("target").string("target-id"));
        assertEquals(
                List.of("grants", "trail"),
                result
                        .object("reviewed-controls")
                        .array("control-selections")
                        .objects()
                        .get(0)
                        .array("include-controls")
                        .objects()
                        .stream()
                        .map(each -> each.string("control-id"))
                        .toList());
    }

    @Test
    void aRiskIsOpenUntilSomethingIsPlannedAndClosedOnceAllWasSeenToWork() {
        Remedy open = new Remedy(Ids.next(), 1, "Approve them", LocalDate.of(2026, 12, 31), false);
        Remedy verified = new Remedy(Ids.next(), 2, "", LocalDate.of(2026, 12, 31), true);
        assertEquals("open", status(List.of()));
        assertEquals("remediating", status(List.of(open, verified)));
        assertEquals("closed", status(List.of(verified)));
    }

    private static String status(List<Remedy> remedies) {
        return result(whole(remedies)).array("risks").objects().get(0).string("status");
    }

    @Test
    void evidenceIsNamedByItsPlaceInThePackAndItsHash() {
        JsonObject results = written(whole(List.of()));
        String resources = CanonicalJson.text(results.object("back-matter"));
        assertTrue(resources.contains("\"../evidence/grants/0123456789ab-grants.pdf\""), resources);
        assertTrue(resources.contains(FILE.sha256()) && resources.contains(SHEET.sha256()), resources);
        JsonObject first = results.array("results")
                .objects()
                .get(0)
                .array("observations")
                .objects()
                .get(0);
        assertEquals("List of grants of September", first.string("title"));
        assertTrue(CanonicalJson.text(first).contains("\"value\":\"ac-1\""));
        assertFalse(CanonicalJson.text(first).contains("\"value\":\"ac-2\""));
    }

    @Test
    void theSameStateGivesTheSameBytes() {
        assertEquals(CanonicalJson.text(written(whole(List.of()))), CanonicalJson.text(written(whole(List.of()))));
    }
}
