package org.sekisho.ejb.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.Period;
import org.sekisho.domain.assurance.sample.PopulationKind;
import org.sekisho.domain.assurance.sample.Sample;
import org.sekisho.domain.assurance.sample.SampleItem;
import org.sekisho.domain.assurance.sample.SamplingMethod;
import org.sekisho.domain.assurance.sample.TestResult;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.ejb.assurance.FreezePopulation;
import org.sekisho.ejb.assurance.PickItem;
import org.sekisho.ejb.assurance.SampleService;

/** A sample of the auditors: grants that they picked, one of them tested. */
@ApplicationScoped
class DemoSamples {

    private static final String AUDITOR = DemoRegister.of("auditor", "audit");

    @Inject
    private DemoSessions sessions;

    @Inject
    private SampleService samples;

    private final DemoTexts texts = new DemoTexts();

    /** Freezes the grants of the days, and tests the first. */
    void tell(UUID engagement, Period days) {
        Sample.Wanted wanted = new Sample.Wanted(
                texts.both("audit.sample.purpose"), PopulationKind.GRANTS, SamplingMethod.JUDGEMENTAL, days, 0);
        UUID sample = sessions.as(AUDITOR, () -> samples.freezePopulation(new FreezePopulation(engagement, wanted)));
        UUID record = sessions.as(
                AUDITOR, () -> samples.population(sample, Optional.empty(), Optional.empty(), PageRequest.first())
                        .items()
                        .get(0)
                        .subject());
        UUID item = sessions.as(
                AUDITOR, () -> samples.pick(new PickItem(sample, record, texts.both("audit.sample.reason"))));
        sessions.run(
                AUDITOR,
                () -> samples.test(
                        item, new SampleItem.Sheet(texts.both("audit.sample.procedure"), TestResult.PASSED, "")));
    }
}
