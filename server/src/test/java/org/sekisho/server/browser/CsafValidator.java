package org.sekisho.server.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * The validator of the German Federal Office for Information Security, {@code @secvisogram/csaf-validator-lib}, in the browser that the
 * tests have anyway: the strict schema of CSAF 2.0 and all mandatory tests of its section 6.1. {@code csaf-validator.md} tells how its file is made.
 */
public final class CsafValidator implements AutoCloseable {

    /** As many as section 6.1 has, with the schema: the eighth is part of that. */
    private static final int TESTS = 44;

    private static final String FAULTS =
            """
            advisory => csafValidate(JSON.parse(advisory)).then(result => result.tests.length !== %d
              ? [result.tests.length + ' tests']
              : result.tests.flatMap(test => test.errors.map(e => test.name + ' ' + e.instancePath + ': ' + e.message)
                  .concat(test.isValid || test.errors.length ? [] : [test.name])))
            """
                    .formatted(TESTS);

    private final BrowserContext context;
    private final Page page;

    CsafValidator(RunningBrowser browser) {
        context = browser.context("http://localhost", Language.ENGLISH);
        page = context.newPage();
        page.evaluate(Scripts.CSAF_VALIDATOR);
    }

    /** What is wrong with an advisory: which test failed, where and why. */
    public List<String> faults(String advisory) {
        return ((List<?>) page.evaluate(FAULTS, advisory))
                .stream().map(String::valueOf).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
