package org.sekisho.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is printed when the portal is ready: where it is, how to get in, how to stop it. */
final class Announcement {

    static final String DEMO_PASSWORD = "Sekisho-demo-2026";

    /** Written by the portal while it has no administrator. */
    static final String FIRST_ADMINISTRATOR = "first-administrator-link";

    private static final List<String> BANKS = List.of("aoba", "hinode");
    private static final List<String> BANK_ACCOUNTS =
            List.of("signatory", "security", "security2", "ciso", "analyst", "duty", "admin");

    private final Settings settings;
    private final Console console;

    Announcement(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    void print() throws IOException {
        console.print("");
        console.say("ready", settings.publicUrl().toString());
        if (settings.demo()) {
            printAccounts();
        }
        Path link = settings.keys().resolve(FIRST_ADMINISTRATOR);
        if (Files.exists(link)) {
            console.print("");
            console.say("first-administrator", Files.readString(link).strip());
        }
        console.print("");
        console.say("how-to-stop");
    }

    private void printAccounts() {
        console.print("");
        console.say("demo", DEMO_PASSWORD);
        accounts("demo.secretariat", "sekisho.example", List.of("coordinator", "signatory", "admin"));
        BANKS.forEach(bank -> accounts("demo." + bank, bank + ".example", BANK_ACCOUNTS));
        accounts("demo.provider", "provider.example", List.of("signatory", "admin"));
        accounts("demo.authority", "cyber.example", List.of("reviewer", "reviewer2", "duty", "admin"));
        accounts("demo.auditor", "audit.example", List.of("auditor", "admin"));
        accounts("demo.ministry", "ministry.example", List.of("observer", "admin"));
    }

    private void accounts(String title, String domain, List<String> names) {
        console.say(title);
        names.forEach(name -> console.print("    " + name + "@" + domain));
    }
}
