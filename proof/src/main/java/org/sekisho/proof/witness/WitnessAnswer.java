package org.sekisho.proof.witness;

/**
 * What a witness answers.
 *
 * @param status of HTTP
 * @param type of the content
 * @param text with a newline at its end
 */
record WitnessAnswer(int status, String type, String text) {

    static final int OK = 200;
    static final int MALFORMED = 400;
    static final int UNSIGNED = 403;
    static final int UNKNOWN = 404;
    static final int OTHER_METHOD = 405;
    static final int CONFLICT = 409;
    static final int TOO_LARGE = 413;
    static final int UNPROVEN = 422;
    static final int FAILED = 500;

    private static final String PLAIN = "text/plain; charset=utf-8";

    static WitnessAnswer cosigned(String lines) {
        return new WitnessAnswer(OK, PLAIN, lines);
    }

    static WitnessAnswer conflict(long size) {
        return new WitnessAnswer(CONFLICT, "text/x.tlog.size", size + "\n");
    }

    static WitnessAnswer refused(int status, String why) {
        return new WitnessAnswer(status, PLAIN, why + "\n");
    }
}
