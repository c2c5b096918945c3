package org.sekisho.ejb.assurance;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.Engagements;
import org.sekisho.domain.assurance.sample.PopulationRow;
import org.sekisho.domain.assurance.sample.Populations;
import org.sekisho.domain.assurance.sample.Sample;
import org.sekisho.domain.assurance.sample.SampleDirectory;
import org.sekisho.domain.assurance.sample.SampleFilter;
import org.sekisho.domain.assurance.sample.SampleItem;
import org.sekisho.domain.assurance.sample.SampleItemFilter;
import org.sekisho.domain.assurance.sample.SampleItemRow;
import org.sekisho.domain.assurance.sample.SampleRow;
import org.sekisho.domain.assurance.sample.SampleSeeds;
import org.sekisho.domain.assurance.sample.SampleView;
import org.sekisho.domain.assurance.sample.Samples;
import org.sekisho.domain.assurance.sample.SheetContent;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.domain.vault.Vault;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;
import org.sekisho.proof.sample.PopulationItem;

/** Samples of audits: frozen, drawn or picked, tested and reviewed by the team of an engagement, which alone sees them. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class SampleService {

    private static final String TABLE = "sample_sheet_content";
    private static final String PROCEDURE = "sealed_procedure";
    private static final String OBSERVATION = "sealed_observation";

    @Inject
    private CurrentAct act;

    @Inject
    private Engagements engagements;

    @Inject
    private Samples samples;

    @Inject
    private SampleDirectory directory;

    @Inject
    private Populations populations;

    @Inject
    private SampleSeeds seeds;

    @Inject
    private Entrance entrance;

    @Inject
    private Vault vault;

    /** Samples of one engagement, the latest first. */
    @Permission(value = "audit:request", recorded = Recorded.REFUSALS)
    public Page<SampleRow> list(@About(Engagement.KIND) UUID engagement, SampleFilter filter, PageRequest page) {
        if (!filter.engagement().equals(engagement)) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        engagements.require(engagement);
        return directory.list(filter, page);
    }

    /** One sample, with what is known of its population and seed. */
    @Permission(value = "audit:request", recorded = Recorded.REFUSALS)
    public SampleView one(@About(Sample.KIND) UUID sample) {
        SampleRow row = row(sample);
        return SampleView.of(
                row, samples.require(sample), directory.strata(sample), engagements.require(row.engagement()));
    }

    /** The items of one sample, in the order of the draw, with where their tests stand. */
    @Permission(value = "audit:request", recorded = Recorded.REFUSALS)
    public Page<SampleItemRow> items(@About(Sample.KIND) UUID sample, SampleItemFilter filter, PageRequest page) {
        if (!filter.sample().equals(sample)) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        samples.require(sample);
        return entrance.withReachOf(SystemReach.NAMES, () -> directory.items(filter, page));
    }

    /**
     * The records of a frozen population, in the order of the list.
     *
     * @param id the beginning of an id
     */
    @Permission(value = "audit:request", recorded = Recorded.REFUSALS)
    public Page<PopulationRow> population(
            @About(Sample.KIND) UUID sample, Optional<String> stratum, Optional<String> id, PageRequest page) {
        samples.require(sample);
        return directory.population(sample, stratum, id, page);
    }

    /** The test sheet of an item, with what the auditors wrote. */
    @Permission("audit:request")
    public SampleSheet sheet(@About(SampleItem.KIND) UUID item) {
        SampleItemRow found = entrance.withReachOf(SystemReach.NAMES, () -> directory.findItem(item))
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        Optional<SheetContent> content = samples.content(item);
        return new SampleSheet(
                row(found.sample()),
                found,
                content.map(each -> vault.openText(place(each).column(PROCEDURE), each.sealedProcedure())),
                content.map(each -> vault.openText(place(each).column(OBSERVATION), each.sealedObservation()))
                        .filter(text -> !text.isEmpty()),
                found.preparedById().equals(act.actor().person()),
                engagements.require(found.engagement()).state().isOpenToAuditors());
    }

    /** Freezes a population in one snapshot of the database; the sample's id. What is drawn from it, a later checkpoint says. */
    @Permission(value = "audit:request", snapshot = true)
    public UUID freezePopulation(FreezePopulation command) {
        Engagement engagement = engagements.require(command.engagement());
        Sample.Wanted wanted = command.wanted();
        Sample.requireSampling(act.actor(), engagement, wanted, act.now());
        UUID agreement = engagement.agreement().orElseThrow(() -> new Refusal(AssuranceError.POPULATION_EMPTY));
        Populations.Counted population = entrance.withReachOf(
                SystemReach.PACK_COLLECTION,
                () -> populations.list(
                        wanted.kind(), agreement, engagement.terms().responsibleParty(), wanted.period()));
        Sample sample =
                new Sample(act.actor(), engagement, samples.nextNumber(engagement.id()), wanted, population, act.now());
        samples.add(sample, population.list());
        act.about(Sample.KIND, sample.id());
        act.happened(sample.frozen());
        return sample.id();
    }

    /** Draws the items by the first checkpoint that covers the freezing; refused as long as there is none. */
    @Permission("audit:request")
    public void draw(@About(Sample.KIND) UUID sample) {
        Sample frozen = samples.require(sample);
        Optional<SignedCheckpoint> seed = entrance.withReachOf(SystemReach.PACK_COLLECTION, () -> seeds.of(sample));
        Sample.Drawn drawn = frozen.draw(
                act.actor(), engagements.require(frozen.engagement()), samples.population(sample), seed, act.now());
        samples.addItems(drawn.items());
        act.happened(drawn.event());
    }

    /** Takes a record into a judgemental sample; the item's id. */
    @Permission("audit:request")
    public UUID pick(PickItem command) {
        Sample sample = samples.require(command.sample());
        PopulationItem record = samples.inPopulation(sample.id(), command.record())
                .orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        SampleItem item = sample.pick(
                act.actor(),
                engagements.require(sample.engagement()),
                record,
                samples.nextPosition(sample.id()),
                command.reason(),
                act.now());
        if (samples.holds(sample.id(), command.record())) {
            throw new Refusal(AssuranceError.SAMPLE_ITEM_ALREADY);
        }
        samples.addItems(List.of(item));
        act.happened(sample.picked(item));
        return item.id();
    }

    /** Records the test of an item; what it says is sealed under the audit firm's key. */
    @Permission("audit:request")
    public void test(@About(SampleItem.KIND) UUID item, SampleItem.Sheet sheet) {
        SampleItem tested = samples.requireItem(item);
        Engagement engagement = engagements.require(tested.engagement());
        act.happened(tested.test(act.actor(), engagement, sheet.result(), act.now()));
        UUID firm = engagement.firm().orElseThrow();
        Place place = new Place(TABLE, item, firm);
        byte[] procedure = vault.sealText(place.column(PROCEDURE), sheet.procedure());
        byte[] observation = vault.sealText(place.column(OBSERVATION), sheet.observation());
        samples.content(item)
                .ifPresentOrElse(
                        content -> content.replace(procedure, observation),
                        () -> samples.add(new SheetContent(tested, firm, procedure, observation)));
    }

    /** Approves the test that another auditor of the team prepared. */
    @Permission("audit:request")
    public void approveTest(@About(SampleItem.KIND) UUID item) {
        SampleItem tested = samples.requireItem(item);
        act.happened(tested.approve(act.actor(), engagements.require(tested.engagement()), act.now()));
    }

    /** Returns the test that another auditor of the team prepared, with a reason. */
    @Permission("audit:request")
    public void returnTest(@About(SampleItem.KIND) UUID item, String reason) {
        SampleItem tested = samples.requireItem(item);
        act.happened(tested.giveBack(act.actor(), engagements.require(tested.engagement()), reason, act.now()));
    }

    private SampleRow row(UUID sample) {
        return directory.find(sample).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    private static Place place(SheetContent content) {
        return new Place(TABLE, content.item(), content.organisation());
    }
}
