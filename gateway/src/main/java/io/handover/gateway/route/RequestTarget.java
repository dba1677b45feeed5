package io.handover.gateway.route;

import io.handover.gateway.refusal.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a request wants to go, understood in exactly one way: whoever is behind the gateway cannot read it as another
 * path than the one that was routed. Anything ambiguous is refused rather than repaired.
 *
 * @param uri path and query as the client wrote them
 * @param segments the path's segments, decoded; a trailing slash makes no segment
 */
public record RequestTarget(String uri, List<String> segments) {

    static final int MAX_LENGTH = 8 * 1024;

    /** Separators for some readers and not for others; a semicolon begins a matrix parameter for Jakarta REST. */
    private static final String AMBIGUOUS = "/\\;";

    /**
     * Reads a request target in origin or absolute form (RFC 9112, section 3.2).
     *
     * @throws Refusal 400 when it is malformed or has empty, dot or otherwise ambiguous segments; 414 when too long
     */
    public static RequestTarget parse(String target) {
        if (target.length() > MAX_LENGTH) {
            throw Refusal.of(414, "REQUEST_INVALID", "The URL is longer than " + MAX_LENGTH + " characters.");
        }
        URI parsed = parseStrictly(target);
        String path = parsed.getRawPath();
        if (path == null || !path.startsWith("/") || parsed.getRawFragment() != null) {
            throw Refusal.malformed("The URL must be a path that begins with a slash.");
        }
        String query = parsed.getRawQuery();
        if (query == null) {
            return new RequestTarget(path, segments(path));
        }
        PercentEncoding.decode(query);
        return new RequestTarget(path + "?" + query, segments(path));
    }

    /** Without the query. */
    public String path() {
        return pathOf(uri);
    }

    /** What a target's path seems to be, even if it cannot be parsed; printable, for errors and logs. */
    public static String pathOf(String target) {
        String whole = target.length() > MAX_LENGTH ? target.substring(0, MAX_LENGTH) : target;
        int query = whole.indexOf('?');
        String path = query < 0 ? whole : whole.substring(0, query);
        return path.replaceAll("[^\\x21-\\x7e]", "?");
    }

    private static URI parseStrictly(String target) {
        try {
            // An origin form that begins with two slashes would be read as an authority.
            if (target.startsWith("//") || !target.chars().allMatch(character -> character > ' ' && character < 127)) {
                throw Refusal.malformed("The URL has empty segments or characters that must be percent-encoded.");
            }
            return new URI(target);
        } catch (URISyntaxException malformed) {
            throw Refusal.malformed("The URL is malformed at character " + malformed.getIndex() + ".");
        }
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        String[] raw = path.substring(1).split("/", -1);
        for (int index = 0; index < raw.length; index++) {
            boolean trailingSlash = index == raw.length - 1 && raw[index].isEmpty();
            if (!trailingSlash) {
                segments.add(unambiguous(PercentEncoding.decode(raw[index])));
            }
        }
        return List.copyOf(segments);
    }

    private static String unambiguous(String segment) {
        boolean ambiguous = segment.isEmpty()
                || segment.equals(".")
                || segment.equals("..")
                || segment.chars()
                        .anyMatch(character -> AMBIGUOUS.indexOf(character) >= 0 || Character.isISOControl(character));
        if (ambiguous) {
            throw Refusal.malformed("The path has empty, dot or otherwise ambiguous segments.");
        }
        return segment;
    }
}
