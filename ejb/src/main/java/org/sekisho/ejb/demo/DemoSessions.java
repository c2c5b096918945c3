package org.sekisho.ejb.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.party.signin.Client;
import org.sekisho.domain.party.signin.SessionKind;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.ejb.party.SignIn;
import org.sekisho.ejb.party.SignInService;
import org.sekisho.ejb.shared.Caller;

/** Acts in the demo as its people do: signed in, with their own permissions and reach. */
@ApplicationScoped
class DemoSessions {

    private static final String ADDRESS = "127.0.0.1";

    @Inject
    private SignInService signIns;

    private final Map<String, String> tokens = new HashMap<>();

    /** Does something as the person with this address. */
    <T> T as(String email, Supplier<T> work) {
        String token = tokens.computeIfAbsent(email, this::begin);
        return within(Caller.request(Optional.of(Tokens.hash(token)), ADDRESS), work);
    }

    /** Does something as the person with this address. */
    void run(String email, Runnable work) {
        as(email, () -> {
            work.run();
            return true;
        });
    }

    /** Does something as the installer. */
    <T> T asInstaller(Supplier<T> work) {
        return Caller.as(SystemJob.INSTALLER, work);
    }

    /** Does something as the installer. */
    void runAsInstaller(Runnable work) {
        asInstaller(() -> {
            work.run();
            return true;
        });
    }

    /** Signs these people in now, so that they needn't be later. */
    void signIn(Collection<String> emails) {
        emails.forEach(email -> tokens.computeIfAbsent(email, this::begin));
    }

    /** Signs everyone out: after the clock was moved, and when the demo is loaded. */
    void signOut() {
        tokens.forEach((email, token) -> within(Caller.request(Optional.of(Tokens.hash(token)), ADDRESS), () -> {
            signIns.signOut();
            return true;
        }));
        tokens.clear();
    }

    private String begin(String email) {
        return within(Caller.request(Optional.empty(), ADDRESS), () -> signIns.signIn(
                        new SignIn(email, DemoLoader.PASSWORD, "", SessionKind.API, new Client(ADDRESS, "demo")))
                .token());
    }

    private static <T> T within(Caller caller, Supplier<T> work) {
        Caller.Binding binding = Caller.bind(caller);
        try {
            return work.get();
        } finally {
            binding.close();
        }
    }
}
