package org.sekisho.server.browser;

import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Instant;
import org.sekisho.domain.party.signin.Totp;

/** Somebody's authenticator app. Each code counts once: it gives those of one step after the other, as many as a portal takes at a time. */
final class SecondFactor {

    private final byte[] secret;
    private long next;

    private SecondFactor(byte[] secret) {
        this.secret = secret;
        this.next = Totp.step(Instant.now()) - Totp.WINDOW;
    }

    /** Sets one up on the page of the account. */
    static SecondFactor setUp(Visitor visitor) {
        Page page = visitor.page();
        visitor.open("/account");
        page.click("#start");
        String shown = page.locator("#factor .qr .hash-whole").innerText();
        SecondFactor factor = new SecondFactor(bytes(shown));
        page.fill("#code", factor.code());
        page.click("#finish");
        page.locator("#removing").waitFor(new WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return factor;
    }

    /** A code that wasn't used yet. */
    String code() {
        next = Math.max(next, Totp.step(Instant.now()) - Totp.WINDOW);
        return Totp.code(secret, next++);
    }

    /** Takes it away again, as the account is everybody's; that ends all sessions. */
    void remove(Visitor visitor) {
        Page page = visitor.page();
        visitor.open("/account");
        page.click("#factor details summary");
        page.fill("#removing", code());
        page.click("#remove");
        page.locator("#username").waitFor();
    }

    /** Of base32 in groups (RFC 4648 section 6). */
    private static byte[] bytes(String shown) {
        String letters = shown.replaceAll("[^A-Z2-7]", "");
        byte[] bytes = new byte[letters.length() * 5 / 8];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (char letter : letters.toCharArray()) {
            held = (held << 5) | (letter >= 'A' ? letter - 'A' : letter - '2' + 26);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return bytes;
    }
}
