package org.sekisho.web.trail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.trail.TrailEvent.Opening;
import org.sekisho.domain.trail.TrailEventRow;
import org.sekisho.domain.trail.TrailEventView;
import org.sekisho.domain.trail.TrailEventView.Commitment;
import org.sekisho.ejb.trail.TrailLogService;
import org.sekisho.ejb.trail.TrailService;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonString;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.LogException;
import org.sekisho.proof.log.LogProof;
import org.sekisho.web.shared.FormValues;

/** One event with its leaf, and how to check it with tools that everyone has. */
@Named
@RequestScoped
public class TrailEventPage {

    private static final int SHORT = 12;

    @Inject
    private TrailService trail;

    @Inject
    private HttpServletRequest request;

    @Inject
    private TrailLogService log;

    private @Nullable TrailEventView view;
    private @Nullable Optional<LogProof> proof;

    /** Answers with the leaf's bytes, or those of the large details, where the address asks for them. */
    public void answer() {
        String format = request.getParameter("format");
        if ("leaf".equals(format)) {
            send(getView().leaf(), "leaf.json");
        } else if ("proof".equals(format)) {
            send(log.proof(FormValues.requireId(request, "id")).bytes(), getRow().id() + LogProof.EXTENSION);
        } else if ("details".equals(format)) {
            send(getView().material().orElseThrow(() -> new Refusal(SharedError.NOT_FOUND)), "details.json");
        }
    }

    public TrailEventView getView() {
        if (view == null) {
            view = trail.one(FormValues.requireId(request, "id"));
        }
        return view;
    }

    /** Where the event stands in the log; empty as long as no checkpoint covers it. */
    public Optional<LogProof> getProof() {
        if (proof == null) {
            proof = log.find(getRow().id());
        }
        return proof;
    }

    /** How many events the checkpoint of the proof covers. */
    public long getCovered() {
        try {
            return getProof().isEmpty()
                    ? 0
                    : Checkpoint.parse(getProof().get().checkpoint().text()).size();
        } catch (LogException malformed) {
            throw new IllegalStateException("A checkpoint is kept that isn't one", malformed);
        }
    }

    public TrailEventRow getRow() {
        return getView().row();
    }

    /** The details in the open, by name in the order of their names. */
    public List<Map.Entry<String, String>> getDetails() {
        return getRow().details().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    public String getLeaf() {
        return new String(getView().leaf(), StandardCharsets.UTF_8);
    }

    public int getLeafBytes() {
        return getView().leaf().length;
    }

    public String getLeafHash() {
        return hex(getView().leafHash());
    }

    /** The beginning of the hash, by which people compare. */
    public String getLeafHashStart() {
        return getLeafHash().substring(0, SHORT);
    }

    public String shortened(String hex) {
        return hex.substring(0, SHORT) + "…";
    }

    public String getLeafCommand() {
        return "(printf '\\0'; cat leaf.json) | openssl dgst -sha256";
    }

    public String getMaterialCommand() {
        return "openssl dgst -sha256 details.json";
    }

    /** The first commitment that can be checked. */
    public Optional<Commitment> getChecked() {
        return getView().commitments().stream()
                .filter(each -> each.opening().isPresent())
                .findFirst();
    }

    /** The value as it stands in the shell: single quotes end, an escaped one follows, and they begin again. */
    public String commitmentCommand(Opening opening) {
        String value = new String(CanonicalJson.write(new JsonString(opening.value())), StandardCharsets.UTF_8);
        return "printf '%s' '" + value.replace("'", "'\\''") + "' | openssl dgst -sha256 -mac HMAC -macopt hexkey:"
                + hex(opening.key());
    }

    public String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static void send(byte[] bytes, String file) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType("application/octet-stream");
        answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + file + "\"");
        answer.setResponseContentLength(bytes.length);
        try {
            answer.getResponseOutputStream().write(bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        faces.responseComplete();
    }
}
