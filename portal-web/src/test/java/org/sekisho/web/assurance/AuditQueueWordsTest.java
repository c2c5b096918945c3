package org.sekisho.web.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.assurance.engagement.WaitingAudits.Kind;
import org.sekisho.web.text.Words;

/** Whatever of audits waits can be said in both languages. */
class AuditQueueWordsTest {

    @ParameterizedTest
    @EnumSource
    void whatWaitsHasItsThreeSentences(Kind kind) {
        String what = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            for (String group : List.of("queue", "queue-consequence", "queue-action")) {
                String key = group + ".audit-" + what;
                assertTrue(Words.in(language).find(key).isPresent(), language + " lacks " + key);
            }
        }
    }

    @Test
    void aDraftOfTheCatalogueIsNamedByItsVersion() {
        Map<String, Object> draft = Map.of("version", 2);
        assertEquals(
                "Publish version 2 of the catalogue of controls, or give it up",
                Words.in(Locale.ENGLISH).text("queue.catalogue-publish", draft));
        assertEquals("統制カタログ第2版の公表または取りやめ", Words.in(Locale.JAPANESE).text("queue.catalogue-publish", draft));
        for (Locale language : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            assertTrue(Words.in(language).find("queue-consequence.catalogue").isPresent());
        }
    }

    @Test
    void aRenewalIsAskedForByAuditAndOrganisation() {
        Map<String, Object> audit = Map.of("audit", "AUD-2026-Q3", "organisation", "Aoba Bank", "request", 0);
        assertEquals(
                "Renew your declaration of independence for audit AUD-2026-Q3, Aoba Bank",
                Words.in(Locale.ENGLISH).text("queue.audit-renew", audit));
        assertEquals(
                "監査 AUD-2026-Q3（Aoba Bank）の独立性の申告の更新", Words.in(Locale.JAPANESE).text("queue.audit-renew", audit));
    }
}
