package org.sekisho.server.portal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.glassfish.hk2.classmodel.reflect.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Reading ahead fails or not, and a deployment that asks for what was read hears of it; a test that waits for ever fails. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class EarlyTypesTest {

    private static final String CLASS = "org/sekisho/server/portal/EarlyTypesTest.class";

    @TempDir
    private Path portal;

    @Test
    void whatWasReadIsHandedOver() throws IOException {
        writeClass(bytes());
        List<Object> parsed = EarlyTypes.read(portal).parsed();
        Types types = assertInstanceOf(Types.class, parsed.get(0));
        assertEquals(
                EarlyTypesTest.class.getName(),
                types.getBy(EarlyTypesTest.class.getName()).getName());
    }

    @Test
    void aPortalThatCannotBeReadIsLeftToTheDeployment() {
        EarlyTypes types = EarlyTypes.read(portal);
        CompletionException told = assertThrows(CompletionException.class, types::parsed);
        assertInstanceOf(NoSuchFileException.class, told.getCause(), "it has no libraries");
    }

    @Test
    void aLibraryThatIsNoneIsLeftToTheDeployment() throws IOException {
        writeClass(bytes());
        Files.writeString(portal.resolve("WEB-INF/lib/torn.jar"), "not a jar");
        assertThrows(CompletionException.class, EarlyTypes.read(portal)::parsed);
    }

    @Test
    void aClassThatIsNoneKeepsNobodyWaiting() throws IOException {
        writeClass(new byte[] {1, 2, 3, 4, 5});
        EarlyTypes types = EarlyTypes.read(portal);
        assertDoesNotThrow(() -> ended(types));
    }

    /** Of which nobody thought: it is an error of the virtual machine, and none of linking. */
    @Test
    void anErrorOfAnyKindIsToldToTheDeployment() {
        StackOverflowError overflow = new StackOverflowError();
        Path deep = (Path) Proxy.newProxyInstance(
                EarlyTypesTest.class.getClassLoader(), new Class<?>[] {Path.class}, (self, method, arguments) -> {
                    throw overflow;
                });
        CompletionException told = assertThrows(CompletionException.class, EarlyTypes.read(deep)::parsed);
        assertTrue(causes(told, overflow), told.toString());
    }

    @Test
    void loadingAheadPassesOverWhatCannotBeLoadedOrWasNotRead() throws IOException {
        writeClass(bytes());
        EarlyTypes types = EarlyTypes.read(portal);
        types.parsed();
        try (URLClassLoader nothing = new URLClassLoader(new URL[0], null)) {
            assertDoesNotThrow(() -> types.load(nothing));
            EarlyTypes failed = EarlyTypes.read(portal.resolve("nowhere"));
            assertThrows(CompletionException.class, failed::parsed);
            assertDoesNotThrow(() -> failed.load(nothing));
        }
    }

    /** Either way. */
    private static void ended(EarlyTypes types) {
        try {
            types.parsed();
        } catch (CompletionException left) {
            // The deployment comes across it itself.
        }
    }

    private static boolean causes(Throwable told, Throwable wanted) {
        for (Throwable each = told; each != null; each = each.getCause()) {
            if (each == wanted) {
                return true;
            }
        }
        return false;
    }

    private void writeClass(byte[] content) throws IOException {
        Files.createDirectories(portal.resolve("WEB-INF/lib"));
        Path file = portal.resolve("WEB-INF/classes").resolve(CLASS);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, content);
    }

    private static byte[] bytes() throws IOException {
        try (InputStream own =
                Objects.requireNonNull(EarlyTypesTest.class.getClassLoader().getResourceAsStream(CLASS))) {
            return own.readAllBytes();
        }
    }
}
