package org.sekisho.proof.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.pack.PackSamples;
import org.sekisho.proof.sample.PopulationItem;
import org.sekisho.proof.sample.PopulationList;
import org.sekisho.proof.sample.SampleSeed;

/** A sample in a small pack. */
final class SampleFixture {

    static final String ID = "0198f000-0000-7000-8000-000000000001";
    static final String FOLDER = PackSamples.FOLDER + "3/";
    static final int SIZE = 5;

    private SampleFixture() {}

    /** Forty records in two strata. */
    static PopulationList population() {
        List<PopulationItem> items = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String id = new UUID(0x0198_f000_0000_7000L, 0x8000_0000_0000_0100L + i).toString();
            items.add(new PopulationItem(id, i % 3 == 0 ? "CISO" : "ANALYST"));
        }
        return PopulationList.of(items);
    }

    /** The event of the freezing, as the portal writes it. */
    static byte[] freezing(PopulationList population) {
        String event = new String(TrailFixture.leaf("0198f000-0000-7000-8000-0000000000ff"), StandardCharsets.UTF_8);
        return event.replace("agreement:sign", PackSamples.FREEZING)
                .replace("agreement:0198", PackSamples.SUBJECT + ":" + ID)
                .replace("refused", "done")
                .replace(
                        "{\"title\":\"\u5354\u5b9a\"}",
                        "{\"" + PackSamples.FROZEN_SHA256 + "\":\"" + population.sha256() + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Puts it in, with these items. */
    static void put(
            TrailFixture pack, PopulationList population, String method, List<PopulationItem> items, SignedNote seed) {
        JsonObject.Builder sample = JsonObject.builder()
                .put("sample", ID)
                .put("method", method)
                .put("size", SIZE)
                .put(
                        "population",
                        JsonObject.builder()
                                .put("records", population.items().size())
                                .put("sha256", population.sha256())
                                .build())
                .put(
                        "items",
                        JsonArray.of(items.stream()
                                .map(each -> JsonObject.builder()
                                        .put("id", each.id())
                                        .put("stratum", each.stratum())
                                        .build())
                                .toList()));
        if (!method.equals("JUDGEMENTAL")) {
            sample.put(
                    "seed",
                    JsonObject.builder()
                            .put("checkpoint", new String(seed.bytes(), StandardCharsets.UTF_8))
                            .put("sha256", SampleSeed.hex(SampleSeed.of(seed.text())))
                            .build());
        }
        pack.put(FOLDER + PackSamples.SAMPLE, CanonicalJson.write(sample.build()));
    }
}
