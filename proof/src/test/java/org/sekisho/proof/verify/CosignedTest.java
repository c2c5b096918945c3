package org.sekisho.proof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.log.AddCheckpoint;
import org.sekisho.proof.note.NoteSignature;
import org.sekisho.proof.note.SignatureType;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.note.VerifierKey;
import org.sekisho.proof.pack.PackFixture;
import org.sekisho.proof.pack.PackTrail;
import org.sekisho.proof.witness.WitnessServer;
import org.sekisho.proof.witness.WitnessSettings;

/** Checkpoints that real witnesses cosigned, looked at by whoever names these witnesses. */
class CosignedTest {

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<WitnessServer> witnesses = new ArrayList<>();

    @AfterEach
    void stop() {
        witnesses.forEach(WitnessServer::close);
    }

    @Test
    void eachNamedWitnessHasToHaveCosignedTheCheckpointOfAPack() throws Exception {
        WitnessServer first = witness("first.example/w");
        WitnessServer second = witness("second.example/w");
        TrailFixture trail = new TrailFixture(2);
        assertEquals(1, verify(trail, first.verifier()));
        assertTrue(out().contains("first.example/w: this witness didn't cosign the checkpoint"), out());

        trail.under(cosigned(trail.note(), first));
        assertEquals(0, verify(trail, first.verifier()));
        assertTrue(out().contains(", which the named witness cosigned"), out());
        assertEquals(1, verify(trail, first.verifier(), second.verifier()));
        assertTrue(out().contains("second.example/w: this witness didn't cosign the checkpoint"), out());

        trail.under(cosigned(trail.note(), second));
        assertEquals(0, verify(trail, first.verifier(), second.verifier()));
        assertTrue(out().contains(", which all 2 named witnesses cosigned"), out());
        assertEquals(0, verify(trail));
    }

    /** Another key under a witness's name is another witness. */
    @Test
    void aCosignatureOfAnotherKeyIsNone() throws Exception {
        WitnessServer first = witness("first.example/w");
        TrailFixture trail = new TrailFixture(2);
        trail.under(cosigned(trail.note(), first));
        VerifierKey other = VerifierKey.of(
                "first.example/w", SignatureType.COSIGNATURE, PackFixture.pair().getPublic());
        assertEquals(1, verify(trail, other));
    }

    @Test
    void aCosignatureOfAnotherCheckpointIsNone() throws Exception {
        WitnessServer first = witness("first.example/w");
        TrailFixture trail = new TrailFixture(2);
        SignedNote other = cosigned(new TrailFixture(1).note(), first);
        trail.under(trail.note().with(other.signatures().get(1)));
        assertEquals(1, verify(trail, first.verifier()));
    }

    @Test
    void whoNamesAWitnessIsNotSatisfiedWithoutATrail() throws Exception {
        WitnessServer first = witness("first.example/w");
        TrailFixture trail = new TrailFixture(2);
        trail.files.clear();
        assertEquals(1, verify(trail, first.verifier()));
        assertTrue(out().contains(PackTrail.CHECKPOINT), out());
    }

    @Test
    void eachNamedWitnessHasToHaveCosignedTheCheckpointOfALiveLog() throws Exception {
        WitnessServer first = witness("first.example/w");
        List<byte[]> leaves = List.of(new byte[32], new byte[32]);
        try (LiveLog log = new LiveLog()) {
            log.serve(TrailFixture.PAIR, leaves);
            Path old = folder.resolve("old");
            Files.write(
                    old,
                    TrailFixture.note(TrailFixture.PAIR, List.of(new byte[32])).bytes());
            List<String> line = List.of(
                    "verify",
                    "--trail",
                    log.address(),
                    "--from",
                    old.toString(),
                    "--key",
                    TrailFixture.fingerprint(),
                    "--witness",
                    first.verifier().text());
            assertEquals(1, run(line));
            assertTrue(out().contains("first.example/w: this witness didn't cosign the checkpoint"), out());
            log.files.put(
                    "checkpoint",
                    cosigned(TrailFixture.note(TrailFixture.PAIR, leaves), first)
                            .bytes());
            assertEquals(0, run(line));
            assertTrue(out().contains(", which the named witness cosigned"), out());
            // A contradiction is evidence, whoever cosigned.
            log.serve(TrailFixture.PAIR, List.of());
            assertEquals(5, run(line));
        }
    }

    @Test
    void whatIsNoWitnessIsNotTakenForOne() throws Exception {
        VerifierKey log = VerifierKey.of(TrailFixture.ORIGIN, SignatureType.ED25519, TrailFixture.PAIR.getPublic());
        for (String key : List.of("", "witness", log.text())) {
            assertEquals(2, run(List.of("verify", "pack.zip", "--witness", key)), key);
        }
    }

    private WitnessServer witness(String name) throws IOException {
        Path own = Files.createDirectory(folder.resolve(name.replace('/', '-')));
        VerifierKey log = VerifierKey.of(TrailFixture.ORIGIN, SignatureType.ED25519, TrailFixture.PAIR.getPublic());
        WitnessSettings settings = new WitnessSettings(
                "127.0.0.1",
                0,
                own.resolve("state"),
                own.resolve("witness.pem"),
                name,
                Map.of(TrailFixture.ORIGIN, List.of(log)));
        WitnessServer witness =
                WitnessServer.start(settings, Clock.systemUTC(), (origin, size, cosigned, evidence) -> {});
        witnesses.add(witness);
        return witness;
    }

    /** The note with the cosignature of a witness that sees this log for the first time. */
    private SignedNote cosigned(SignedNote note, WitnessServer witness) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + witness.address().getPort() + "/add-checkpoint"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(new AddCheckpoint(0, List.of(), note).bytes()))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertEquals(200, answer.statusCode(), answer.body());
        return note.with(NoteSignature.parse(answer.body().strip()));
    }

    private int verify(TrailFixture trail, VerifierKey... named) throws IOException {
        Path pack = trail.write(folder.resolve("pack.zip"));
        List<String> line = new ArrayList<>(List.of("verify", pack.toString(), "--key", PackFixture.fingerprint()));
        for (VerifierKey witness : named) {
            line.addAll(List.of("--witness", witness.text()));
        }
        return run(line);
    }

    private int run(List<String> line) {
        List<String> arguments = new ArrayList<>(line);
        arguments.addAll(List.of("--lang", "en"));
        out.reset();
        PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
        return Main.run(printed, printed, arguments.toArray(String[]::new));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
