package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.party.Role;
import org.sekisho.proof.hash.Sha256;

/** A pack whose download broke off goes on, from the page and by REST alike (RFC 9110, section 14). */
final class RangeChecks {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI portal = URI.create("http://127.0.0.1:" + System.getenv("SEKISHO_PORT"));
    private final Bank bank = Regime.get().own();
    private final Player auditor = Regime.get().player(Role.AUDITOR);
    private final UUID pack = bank.thing("pack");
    private final String cookie = auditor.cookie();

    void aPackIsSentByRanges() throws IOException, InterruptedException {
        byte[] page = sent("/pack-file?id=" + pack);
        byte[] rest = sent("/api/v1/packs/" + pack + "/content");
        assertArrayEquals(page, rest);
        assertEquals(List.of(Sha256.hex(page)), Database.texts("select sha256 from pack where id = ?", pack));
    }

    private byte[] sent(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> whole = get(path);
        assertEquals(200, whole.statusCode());
        byte[] bytes = whole.body();
        int size = bytes.length;
        String etag = header(whole, "ETag");
        assertEquals('"' + Sha256.hex(bytes) + '"', etag);
        assertEquals("bytes", header(whole, "Accept-Ranges"));
        partial(path, bytes, 0, 9, "bytes=0-9");
        partial(path, bytes, 10, size - 1, "bytes=10-");
        partial(path, bytes, size - 7, size - 1, "bytes=-7");
        partial(path, bytes, size - 3, size - 1, "bytes=" + (size - 3) + "-" + (size + 100));
        partial(path, bytes, 5, size - 1, "bytes=5-", "If-Range", etag);
        for (String behind : List.of("bytes=" + size + "-", "bytes=" + (size + 5) + "-" + (size + 9), "bytes=-0")) {
            HttpResponse<byte[]> none = get(path, "Range", behind);
            assertEquals(416, none.statusCode(), behind);
            assertEquals("bytes */" + size, header(none, "Content-Range"), behind);
            boolean rest = path.startsWith("/api/");
            assertEquals(rest ? "application/problem+json" : "", header(none, "Content-Type"), behind);
            assertEquals(rest, none.body().length > 0, "Nobody's page stands in the place of the file");
        }
        for (String[] all : List.of(
                new String[] {"Range", "bytes=5-", "If-Range", "\"another\""},
                new String[] {"Range", "bytes=5-", "If-Range", "W/" + etag},
                new String[] {"Range", "bytes=0-1,4-5"},
                new String[] {"Range", "bytes=9-3"},
                new String[] {"Range", "lines=1-2"},
                new String[] {"Range", "bytes=-" + (size + 1)})) {
            HttpResponse<byte[]> answer = get(path, all);
            assertEquals(200, answer.statusCode(), Arrays.toString(all));
            assertArrayEquals(bytes, answer.body(), Arrays.toString(all));
        }
        return bytes;
    }

    private void partial(String path, byte[] bytes, int first, int last, String range, String... more)
            throws IOException, InterruptedException {
        String[] headers = new String[more.length + 2];
        headers[0] = "Range";
        headers[1] = range;
        System.arraycopy(more, 0, headers, 2, more.length);
        HttpResponse<byte[]> answer = get(path, headers);
        assertEquals(206, answer.statusCode(), range);
        assertEquals("bytes " + first + "-" + last + "/" + bytes.length, header(answer, "Content-Range"));
        assertArrayEquals(Arrays.copyOfRange(bytes, first, last + 1), answer.body(), range);
        assertTrue(header(answer, "ETag").equals('"' + Sha256.hex(bytes) + '"'));
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(portal.resolve(path));
        if (path.startsWith("/api/")) {
            request.header("Authorization", "Bearer " + auditor.token());
        } else {
            request.header("Cookie", cookie);
        }
        return client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
