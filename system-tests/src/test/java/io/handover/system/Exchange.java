package io.handover.system;

import java.util.Arrays;
import java.util.List;

/**
 * A row of the contract: a request and what must be answered.
 *
 * @param who who asks
 * @param polls whether to ask again until the facts hold
 * @param body empty for none
 * @param said a shape, an error code, or empty for an answer without a body
 * @param facts what must hold of the answer, and what to keep of it for later rows
 */
record Exchange(
        String who, boolean polls, String method, String path, String body, int status, String said, List<Fact> facts) {

    private static final String POLL = "poll ";

    static Exchange of(List<String> cells) {
        boolean polls = cells.get(1).startsWith(POLL);
        String[] request = cells.get(1).replaceFirst("^" + POLL, "").split(" ", 2);
        String[] answer = cells.get(3).split(" ", 2);
        return new Exchange(
                cells.get(0),
                polls,
                request[0],
                request[1],
                cells.get(2),
                Integer.parseInt(answer[0]),
                answer.length == 1 ? "" : answer[1],
                Arrays.stream(cells.get(4).split("; "))
                        .filter(fact -> !fact.isEmpty())
                        .map(Fact::of)
                        .toList());
    }

    /** A row that asks for nothing but an error. */
    static Exchange refused(String who, String method, String path, String body, String answer) {
        return of(List.of(who, method + " " + path, body, answer, ""));
    }

    /** The same with a slash at the end of its path. */
    Exchange withSlash() {
        return new Exchange(who, polls, method, path + "/", body, status, said, facts);
    }

    /** Codes are in capitals, or with hyphens outside UpCloud's API; a shape's name has both kinds of letters. */
    boolean saysCode() {
        return said.matches("[A-Z_]+|[a-z-]+");
    }

    String title() {
        String asked = body.isEmpty() ? "" : " " + body;
        return "%s %s %s%s: %d %s".formatted(who, method, path, asked, status, said);
    }

    /**
     * What must hold of an answer, or what to keep of it.
     *
     * @param path where to look in the answer
     * @param verb {@code =}, {@code has}, {@code lacks}, {@code is} (absent), or {@code ->} to keep it as a word
     */
    record Fact(String path, String verb, String value) {

        static Fact of(String text) {
            String[] parts = text.strip().split(" ", 3);
            return new Fact(parts[0], parts[1], parts.length == 3 ? parts[2] : "");
        }
    }
}
