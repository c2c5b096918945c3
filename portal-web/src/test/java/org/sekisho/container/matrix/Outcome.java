package org.sekisho.container.matrix;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.container.regime.Player;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Refusal;

/**
 * How a call ended.
 *
 * @param refused the refusal's code
 * @param failure what broke
 */
record Outcome(@Nullable Object result, Optional<ErrorCode> refused, Optional<Throwable> failure) {

    static Outcome of(Who who, UseCase useCase, Object[] arguments, String address) {
        Object bean = useCase.bean();
        return Player.with(who.caller(address), () -> {
            try {
                return new Outcome(useCase.method().invoke(bean, arguments), Optional.empty(), Optional.empty());
            } catch (InvocationTargetException thrown) {
                Throwable cause = thrown.getCause();
                return cause instanceof Refusal refusal
                        ? new Outcome(null, Optional.of(refusal.code()), Optional.empty())
                        : new Outcome(null, Optional.empty(), Optional.of(cause == null ? thrown : cause));
            } catch (IllegalAccessException broken) {
                throw new IllegalStateException(useCase.name(), broken);
            }
        });
    }

    boolean isDone() {
        return refused.isEmpty() && failure.isEmpty();
    }

    boolean isRefusedWith(ErrorCode code) {
        return refused.filter(code::equals).isPresent();
    }

    boolean isNotFound() {
        return refused.filter(code -> code.kind() == ErrorCode.Kind.NOT_FOUND).isPresent();
    }

    /** As the trail writes it. */
    String word() {
        return isDone() ? "done" : refused.isPresent() ? "refused" : "failed";
    }

    @Override
    public String toString() {
        return refused.map(ErrorCode::code)
                .or(() -> failure.map(Throwable::toString))
                .orElse("done");
    }
}
