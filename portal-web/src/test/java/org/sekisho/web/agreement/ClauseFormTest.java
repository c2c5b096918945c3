package org.sekisho.web.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.ClauseJson;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.PlaybooksClause;
import org.sekisho.domain.agreement.clause.PlaybooksClause.MandatoryPlaybook;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.web.agreement.ClauseForm.Place;
import org.sekisho.web.agreement.ClauseForm.Section;

/** How many entries of a list a clause's form shows. */
class ClauseFormTest {

    private static final PlaybooksClause TWO =
            new PlaybooksClause(List.of(playbook("gateway"), playbook("branch")), 180, 365);

    @Test
    void anEmptyListShowsOneEntryAndOffersMore() {
        List<Section> sections = ClauseForm.sections(ClauseKind.PLAYBOOKS, Optional.empty(), Map.of());
        assertEquals(List.of("mandatory[0].code"), codes(sections));
        assertEquals(List.of("mandatory"), offers(sections));
    }

    @Test
    void whatIsSavedIsShownWithoutEmptyEntries() {
        assertEquals(List.of("mandatory[0].code", "mandatory[1].code"), codes(form(Map.of())));
    }

    @Test
    void oneMoreEntryComesAfterAllThatWereSent() {
        List<Section> sections = form(sent("mandatory", "mandatory[0].code", "mandatory[1].code", "mandatory[2].code"));
        assertEquals("mandatory[3].code", codes(sections).get(3));
        assertEquals(
                List.of(new Place("mandatory", 4)),
                sections.stream()
                        .filter(Section::added)
                        .findFirst()
                        .orElseThrow()
                        .places());
    }

    @Test
    void anEntryThatWasAddedStaysWhenTheFormComesBackWithAnError() {
        List<Section> sections = form(sent("", "mandatory[0].code", "mandatory[1].code", "mandatory[2].code"));
        assertEquals(3, codes(sections).size());
        assertTrue(sections.stream().noneMatch(Section::added));
    }

    @Test
    void aListInAnEntryGrowsByItself() {
        List<Section> sections = ClauseForm.sections(
                ClauseKind.REVIEW,
                Optional.empty(),
                sent("tiers[1].stages", "tiers[0].tier", "tiers[1].tier", "tiers[1].stages[0].side"));
        assertEquals(List.of("tiers[0].stages", "tiers[1].stages", "tiers"), offers(sections));
        assertEquals(
                List.of(new Place("tiers", 2), new Place("stages", 2)),
                sections.stream()
                        .filter(Section::added)
                        .findFirst()
                        .orElseThrow()
                        .places());
    }

    private static List<Section> form(Map<String, String[]> sent) {
        return ClauseForm.sections(ClauseKind.PLAYBOOKS, Optional.of(ClauseJson.toJson(TWO)), sent);
    }

    private static Map<String, String[]> sent(String add, String... names) {
        Map<String, String[]> sent = new HashMap<>();
        sent.put(ClauseForm.SENT, new String[] {"1"});
        sent.put(ClauseForm.ADD, new String[] {add});
        for (String name : names) {
            sent.put(name, new String[] {"typed"});
        }
        return sent;
    }

    private static List<String> codes(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> section.fields().stream())
                .map(ClauseForm.Field::name)
                .filter(name -> name.endsWith(".code"))
                .toList();
    }

    private static List<String> offers(List<Section> sections) {
        return sections.stream()
                .map(Section::more)
                .filter(more -> !more.isEmpty())
                .toList();
    }

    private static MandatoryPlaybook playbook(String code) {
        return new MandatoryPlaybook(code, new Words("Loss of a gateway", "ゲートウェイの喪失"));
    }
}
