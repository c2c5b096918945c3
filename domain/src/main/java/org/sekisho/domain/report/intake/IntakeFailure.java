package org.sekisho.domain.report.intake;

import java.util.Map;
import java.util.TreeMap;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.json.JsonString;

/**
 * Why a file as a whole wasn't taken in, so that it can be said again to whoever looks later.
 *
 * @param code of the refusal
 * @param parameters of its sentence, as texts
 */
public record IntakeFailure(String code, Map<String, String> parameters) {

    private static final int CODE_LIMIT = 100;
    private static final int VALUE_LIMIT = 300;
    private static final int MOST_PARAMETERS = 5;

    public IntakeFailure {
        code = PlainText.line(code, CODE_LIMIT);
        Map<String, String> kept = new TreeMap<>();
        parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(MOST_PARAMETERS)
                .forEach(each -> kept.put(each.getKey(), PlainText.line(each.getValue(), VALUE_LIMIT)));
        parameters = Map.copyOf(kept);
    }

    public static IntakeFailure of(Refusal refusal) {
        Map<String, String> parameters = new TreeMap<>();
        refusal.parameters().forEach((name, value) -> parameters.put(name, String.valueOf(value)));
        return new IntakeFailure(refusal.code().code(), parameters);
    }

    /** It broke, and not by the file's fault. */
    public static IntakeFailure broken() {
        return new IntakeFailure(IntakeError.BROKEN.code(), Map.of());
    }

    /** As it is kept. */
    public static IntakeFailure read(String code, String detail) {
        Map<String, String> parameters = new TreeMap<>();
        if (!detail.isEmpty() && JsonReader.read(detail) instanceof JsonObject object) {
            object.members().forEach((name, value) -> {
                if (value instanceof JsonString text) {
                    parameters.put(name, text.value());
                }
            });
        }
        return new IntakeFailure(code, parameters);
    }

    /** The parameters, as they are kept. */
    String detail() {
        JsonObject.Builder json = JsonObject.builder();
        new TreeMap<>(parameters).forEach((name, value) -> json.put(name, value));
        return CanonicalJson.text(json.build());
    }

    /** As the refusal that it was. */
    public Refusal refusal() {
        return new Refusal(new Kept(code), parameters);
    }

    private record Kept(String code) implements ErrorCode {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }
    }
}
