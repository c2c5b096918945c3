package org.sekisho.server.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests in a browser. Its tests may take a {@link org.sekisho.server.DemoPortal}, which all such classes share, and
 * {@link Visitors}, who leave when the test ends. A test that fails leaves a picture of what each of them saw in {@code target/screenshots}.
 *
 * <p>The portal is shared, so a test makes what it changes: agreements, people of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserExtension.class)
public @interface BrowserTests {

    /** Which portal and browser: classes that run beside others have their own. */
    String value() default "browser";
}
