package org.sekisho.server.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;

/** In which colours a person reads: beside the light ones, in which all other tests look at pages. */
enum Colours {
    DARK(ColorScheme.DARK, ForcedColors.NONE),
    /** The person's own, as systems have them for more contrast. */
    FORCED_LIGHT(ColorScheme.LIGHT, ForcedColors.ACTIVE),
    FORCED_DARK(ColorScheme.DARK, ForcedColors.ACTIVE);

    private final ColorScheme scheme;
    private final ForcedColors forced;

    Colours(ColorScheme scheme, ForcedColors forced) {
        this.scheme = scheme;
        this.forced = forced;
    }

    /** Shows the page so, and those that are opened in its place. */
    void on(Page page) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme).setForcedColors(forced));
    }

    /** In the colours of the other tests. */
    static void light(Page page) {
        page.emulateMedia(
                new EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setForcedColors(ForcedColors.NONE));
    }
}
