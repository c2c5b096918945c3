package org.sekisho.ejb.gateway.redaction;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sekisho.proof.hash.Sha256;

/**
 * How fast the published rules go through texts as reports have them – prose in English and Japanese, logs, requests, code, with a secret or
 * an address now and then – beside SHA-256 of the same bytes, in turns. Runs with {@code mvn verify -Pbenchmark}; it prints what is wanted
 * and doesn't fail without it.
 */
class RedactionBenchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 9);
    private static final int WARM_UP = 6;
    private static final double LEAST_MEGABYTES = 10;
    private static final int CHARACTERS = 4_000_000;

    @Test
    void textsOfReports() {
        run("English, logs and code", text(new String[] {
            "The token service accepts a signed order a second time when the clock of the second node is behind by more than the window.\n",
            "2026-11-29T05:10:11.123Z INFO [http-8443] o.e.pay.TransferResource - accepted order 48213377 in 12 ms, state=SENT, retries=0\n",
            "    if (order.expiresAt().isBefore(clock.instant())) { throw new ExpiredException(order.id()); }\n",
            "POST /v1/transfers HTTP/1.1\nContent-Type: application/json\n\n{\"amount\": 120000, \"currency\": \"JPY\", \"purpose\": \"test\"}\n",
            "at jp.aoba.core.settlement.SettlementRunner.run(SettlementRunner.java:214) ~[core-4.2.1.jar:4.2.1]\n"
        }));
        run("Japanese", text(new String[] {
            "トークンサービスは、二台目のノードの時計が遅れているとき、署名済みの支払指図を再度受け付けます。\n",
            "影響：サインイン済みの利用者が、他人として操作できるおそれがあります。暫定対応として、該当する要求をゲートウェイで拒否します。\n",
            "再現手順は、検証環境において二つの端末から同じ指図を三十秒以内に送信することです（ﾃｽﾄ用の口座のみ）。\n",
            "原因は、期限の比較が現地時刻で行われていることにあります。修正版では協定世界時を用います。\n"
        }));
    }

    private static String text(String[] lines) {
        String[] secrets = {
            "password=hunter2!example\n",
            "connection from 10.20.30.40 to pay-db01.core.aoba.internal\n",
            "Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ0ZXN0In0.c2ln\n",
            "taro.yamada@aoba.example 03-1234-5678\n"
        };
        Random random = new Random(7);
        StringBuilder text = new StringBuilder(CHARACTERS + 200);
        while (text.length() < CHARACTERS) {
            text.append(
                    random.nextInt(40) == 0
                            ? secrets[random.nextInt(secrets.length)]
                            : lines[random.nextInt(lines.length)]);
        }
        return text.toString();
    }

    private static void run(String name, String text) {
        PublishedRules rules = new PublishedRules();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long[] finding = new long[ROUNDS];
        long[] hashing = new long[ROUNDS];
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            int round = Math.max(0, i - WARM_UP);
            long begin = System.nanoTime();
            assertTrue(rules.find(text).size() > 100);
            finding[round] = System.nanoTime() - begin;
            begin = System.nanoTime();
            assertTrue(Sha256.hex(bytes).length() == 64);
            hashing[round] = System.nanoTime() - begin;
        }
        double speed = bytes.length * 1_000.0 / median(finding);
        System.out.printf(
                "Redaction, %s: %.1f MB/s on one core (wanted: %.0f), %.3f of the speed of SHA-256%n",
                name, speed, LEAST_MEGABYTES, (double) median(hashing) / median(finding));
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
