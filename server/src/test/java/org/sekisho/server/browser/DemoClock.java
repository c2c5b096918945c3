package org.sekisho.server.browser;

import com.microsoft.playwright.Page;
import org.sekisho.server.DemoPortal;

/** Moves the demo's clock on its page; whoever was signed in is out afterwards, since their session is days old. */
final class DemoClock {

    private final String account;
    private final Visitors visitors;
    private final Language language;

    DemoClock(String account, Visitors visitors, Language language) {
        this.account = account;
        this.visitors = visitors;
        this.language = language;
    }

    /** So many days ahead of the real day. */
    void forwards(int days) {
        Page page = open();
        page.fill("#days", Integer.toString(days));
        page.click("[id$=forwards]");
        page.waitForLoadState();
    }

    void backToNow() {
        Page page = open();
        page.click("[id$=back-to-now]");
        page.waitForLoadState();
    }

    private Page open() {
        Visitor mover = visitors.stranger(language).signIn(account, DemoPortal.PASSWORD);
        mover.open("/demo-clock");
        return mover.page();
    }
}
