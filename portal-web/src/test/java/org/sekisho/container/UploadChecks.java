package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.Sessions;
import org.sekisho.container.regime.Waiting;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.domain.shared.Settings;

/** Sends evidence to its page, and looks at the server's disk meanwhile. */
final class UploadChecks {

    private static final long SIZE = 64L * 1024 * 1024;
    /** What may still be on its way between the sender and the vault. */
    private static final long ON_THE_WAY = 16L * 1024 * 1024;

    private static final int LONGEST_SECONDS = 120;

    private final Bank bank = Regime.get().own();
    private final Path content = Sessions.use(Settings.class).content();
    private final String line = "Kinugawa" + Tokens.fresh().replaceAll("[^A-Za-z]", "");

    /** Half of the file is sealed before the other half is sent; at no time can it be read on the disk. */
    void sealedWhileItComes() throws Exception {
        ServerFiles disk = new ServerFiles(Instant.now(), Objects.requireNonNull(content.getParent()));
        PausedFile file = new PausedFile(line, SIZE);
        CompletableFuture<HttpResponse<String>> sent = form().send("access.log", SIZE, file);
        Waiting.until("Half of the file is sealed", () -> incoming() > SIZE / 2 - ON_THE_WAY);
        assertEquals(List.of(), disk.holding(line));
        file.goOn();
        HttpResponse<String> answer = answer(sent);
        assertEquals(302, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Location").orElse("").contains("/audit-evidence"));
        assertEquals(List.of(), disk.holding(line));
        assertTrue(disk.size() > SIZE, "The sealed file isn't among those that were looked at");
        assertEquals(
                List.of(Long.toString(SIZE)),
                Database.texts("select size::text from evidence_item where sha256 = ?", file.sha256()));
    }

    /** What isn't what its name says is refused at its field, and nothing of it stays. */
    void refusedWithoutALeftover() throws Exception {
        long items = items();
        PausedFile file = new PausedFile(line, SIZE / 8);
        file.goOn();
        HttpResponse<String> answer = answer(form().send("access.pdf", SIZE / 8, file));
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().contains("id=\"file-error\""), answer.body());
        assertEquals(items, items());
        assertFalse(incoming() > 0, "A file is still being written");
    }

    private SentForm form() throws IOException, InterruptedException {
        String today = Regime.get().today().toString();
        return SentForm.open(bank.person(Role.CISO), "/audit-upload?audit=" + bank.thing("engagement"), "upload")
                .field("evidenceTitle", "Access log")
                .field("section", "TRAINING")
                .field("control", "")
                .field("periodFirst", today)
                .field("periodLast", today)
                .field("label", "AMBER")
                .field("do", "do");
    }

    private long incoming() {
        return ServerFiles.sizeBelow(content.resolve("incoming"));
    }

    private static long items() {
        return Long.parseLong(
                Database.texts("select count(*)::text from evidence_item").get(0));
    }

    private static HttpResponse<String> answer(CompletableFuture<HttpResponse<String>> sent)
            throws ExecutionException, InterruptedException, TimeoutException {
        return sent.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }
}
