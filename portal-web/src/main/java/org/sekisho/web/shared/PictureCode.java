package org.sekisho.web.shared;

import io.nayuki.qrcodegen.QrCode;

/** A QR code as the path of an inline drawing, which the content security policy lets through. */
public final class PictureCode {

    /** The quiet zone that readers need, in modules. */
    private static final int MARGIN = 4;

    private final QrCode code;

    private PictureCode(QrCode code) {
        this.code = code;
    }

    /** Draws a text with medium error correction. */
    public static PictureCode of(String text) {
        return new PictureCode(QrCode.encodeText(text, QrCode.Ecc.MEDIUM));
    }

    /** Width and height, quiet zone included. */
    public int getSize() {
        return code.size + 2 * MARGIN;
    }

    /** The dark modules, row by row, as runs. */
    public String getPath() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int from = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    int run = x - from;
                    path.append('M').append(from + MARGIN).append(' ').append(y + MARGIN);
                    path.append('h').append(run).append("v1h-").append(run).append('z');
                }
                x++;
            }
        }
        return path.toString();
    }
}
