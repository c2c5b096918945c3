package org.sekisho.ejb.gateway.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.report.redaction.Passage;
import org.sekisho.domain.report.redaction.Redactor;

class RememberedPassagesTest {

    private static final String LONG = "a".repeat(RememberedPassages.LONG);

    private int looks;

    private final Redactor counting = text -> {
        looks++;
        return List.of(new Passage(0, text.indexOf('!') + 1, SensitiveMatter.CREDENTIALS, "counting"));
    };

    @Test
    void aLongTextIsLookedThroughOnce() {
        RememberedPassages remembered = new RememberedPassages(counting, 10);
        List<Passage> first = remembered.find(LONG + "!");
        assertEquals(first, remembered.find(LONG + "!"));
        assertEquals(1, looks);
    }

    @Test
    void anotherTextHasPassagesOfItsOwn() {
        RememberedPassages remembered = new RememberedPassages(counting, 10);
        assertNotEquals(remembered.find(LONG + "!"), remembered.find(LONG + "b!"));
        // Neither is a character, and both would be written as the same question mark.
        remembered.find(LONG + "\uD800!");
        remembered.find(LONG + "\uD801!");
        assertEquals(4, looks);
    }

    @Test
    void aShortTextIsNotKept() {
        RememberedPassages remembered = new RememberedPassages(counting, 10);
        remembered.find("short!");
        remembered.find("short!");
        assertEquals(2, looks);
    }

    @Test
    void noMoreIsKeptThanIsToBeAndWhatWasAskedForLastStays() {
        RememberedPassages remembered = new RememberedPassages(counting, 4);
        remembered.find(LONG + "1!");
        remembered.find(LONG + "2!");
        remembered.find(LONG + "1!");
        remembered.find(LONG + "3!");
        assertEquals(3, looks);
        remembered.find(LONG + "1!");
        assertEquals(3, looks, "asked for lately");
        remembered.find(LONG + "2!");
        assertEquals(4, looks, "left out for the third");
    }

    @Test
    void theRulesFindTheSameTheFirstTimeAndTheSecond() {
        RememberedPassages remembered = new RememberedPassages();
        String text = LONG + "\npassword=hunter2!example\nhost pay-db01.core.aoba.internal\n";
        List<Passage> rules = new PublishedRules().find(text);
        assertNotEquals(List.of(), rules);
        assertEquals(rules, remembered.find(text));
        assertEquals(rules, remembered.find(text));
    }
}
