package org.sekisho.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What people see: UTF-8, whatever the locale says, since both languages' texts leave ASCII. */
final class Console {

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final PrintStream err =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    private final Texts texts;

    Console(Texts texts) {
        this.texts = texts;
    }

    void say(String key, String... parameters) {
        out.println(texts.say(key, parameters));
    }

    void print(String text) {
        out.println(text);
    }

    void refuse(StartRefusal refusal) {
        err.println(texts.say(refusal.error(), refusal.parameters()));
    }
}
