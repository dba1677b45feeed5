package io.handover.system;

import java.util.List;

/**
 * An endpoint of UpCloud's API.
 *
 * @param path with the words of ids in braces
 * @param body a good one; empty for none
 * @param reads what becomes of a bad body: {@code must} refuses it, and none at all; {@code may} refuses it, but none
 *     is good; empty does not look at it
 * @param member what a member without a permission is answered; empty if it is let in
 */
record Endpoint(String method, String path, String body, String reads, String member) {

    static Endpoint of(List<String> cells) {
        String[] request = cells.get(0).split(" ", 2);
        return new Endpoint(request[0], request[1], cells.get(1), cells.get(2), cells.get(3));
    }

    String title() {
        return method + " " + path;
    }

    /** Its path, whatever the ids in it. */
    String pattern() {
        return path.replaceAll("\\{\\w+}", "{}");
    }

    boolean isAboutTokens() {
        return path.startsWith("/1.3/account/tokens");
    }

    /** Bodies that no client would send. */
    List<String> badBodies() {
        String wrapped = "{\"" + body.replaceFirst("^\\{\"(\\w+)\".*", "$1") + "\":";
        return switch (reads) {
            case "must" -> List.of("", "{", "[]", "7", "{}", wrapped + "7}", wrapped + "null}");
            case "may" -> List.of("{", "[]", "7", wrapped + "7}");
            default -> List.of();
        };
    }

    /**
     * A kind of id in paths.
     *
     * @param word how the tables write it
     * @param unknown one that nobody has
     * @param malformed one that cannot be; empty if there is none
     */
    record PathId(String word, String unknown, String notFound, String malformed, String invalid) {

        static PathId of(List<String> cells) {
            return new PathId(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
        }
    }
}
