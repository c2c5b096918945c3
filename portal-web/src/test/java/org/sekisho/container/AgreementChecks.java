package org.sekisho.container;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.party.Role;
import org.sekisho.ejb.agreement.SignAgreement;

/** Agreements as a program changes and signs them. */
final class AgreementChecks {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI portal = URI.create("http://127.0.0.1:" + System.getenv("SEKISHO_PORT"));
    private final Regime regime = Regime.get();
    private final UUID draft = regime.own().thing("agreement", "draft");

    /** Changes the draft as the coordinator does; status and body. */
    String edit(String body) {
        return send(regime.player(Role.COORDINATOR), "PATCH", "/api/v1/agreements/" + draft, body, "");
    }

    /** The same as somebody of a party. */
    String editByAParty(String body) {
        return send(regime.own().person(Role.SIGNATORY), "PATCH", "/api/v1/agreements/" + draft, body, "");
    }

    /** The title of the draft and the short names of those who accede with it. */
    List<String> draft() {
        return Database.texts(
                "select title_en || ':' || coalesce((select string_agg(o.short_name, ',' order by o.short_name) "
                        + "from agreement_party p join organisation o on o.id = p.organisation_id "
                        + "where p.agreement_id = a.id and p.role = 'ACCEDING' and p.until_version is null), '') "
                        + "from agreement a where id = ?",
                draft);
    }

    /** Puts an authority of the bank's signatory on file, who is named by mail address; status and body. */
    String authority(Player holder) {
        String body =
                "{\"organisation\":\"%s\",\"person\":\"%s\",\"holderName\":\"Suzuki Ichiro\",\"kind\":\"INTERNAL_RULES\","
                        + "\"reference\":\"BR-%s\",\"validUntil\":\"%s\"}";
        return send(
                regime.own().person(Role.ORGANISATION_ADMINISTRATOR),
                "POST",
                "/api/v1/signing-authorities",
                body.formatted(
                        regime.own().name(),
                        holder.email(),
                        holder.id(),
                        regime.today().plusDays(30)),
                "");
    }

    /** Who holds the authorities whose reference ends so. */
    List<String> holders(Player holder) {
        return Database.texts("select person_id::text from signing_authority where reference = ?", "BR-" + holder.id());
    }

    /** Signs several times at once under one key; status and body of each. */
    List<String> signAtOnce(SignAgreement signature, String key, int times) {
        HttpRequest request = signing(signature, key);
        List<CompletableFuture<HttpResponse<String>>> sent = Stream.generate(
                        () -> client.sendAsync(request, BodyHandlers.ofString()))
                .limit(times)
                .toList();
        return sent.stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.statusCode() + " " + answer.body())
                .toList();
    }

    /** Signs once; status and body. */
    String sign(SignAgreement signature, String key) {
        return client.sendAsync(signing(signature, key), BodyHandlers.ofString())
                .thenApply(answer -> answer.statusCode() + " " + answer.body())
                .join();
    }

    private HttpRequest signing(SignAgreement signature, String key) {
        String body = "{\"hash\":\"%s\",\"password\":\"%s\",\"otp\":\"%s\",\"version\":%d}"
                .formatted(signature.hash(), signature.password(), signature.code(), signature.number());
        return request(
                regime.own().person(Role.SIGNATORY),
                "POST",
                "/api/v1/agreements/" + signature.agreement() + "/sign",
                body,
                key);
    }

    private String send(Player by, String method, String path, String body, String key) {
        return client.sendAsync(request(by, method, path, body, key), BodyHandlers.ofString())
                .thenApply(answer -> answer.statusCode() + " " + answer.body())
                .join();
    }

    private HttpRequest request(Player by, String method, String path, String body, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(portal.resolve(path))
                .header("Authorization", "Bearer " + by.token())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        return (key.isEmpty() ? request : request.header("Idempotency-Key", key)).build();
    }
}
