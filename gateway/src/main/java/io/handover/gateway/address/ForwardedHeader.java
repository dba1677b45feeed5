package io.handover.gateway.address;

import io.handover.gateway.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads who handed a request on, from the client to the nearest proxy. Pure. */
final class ForwardedHeader {

    /** {@code name=value} or nothing, and what comes after. Values may hold colons and brackets unquoted: many do. */
    private static final Pattern PAIR = Pattern.compile("\\G[ \\t]*"
            + "(?:(?<name>[A-Za-z0-9!#$%&'*+.^_`|~-]+)=(?<value>\"(?:[^\"\\\\]|\\\\.)*\"|[^\",;\\s]*))?"
            + "[ \\t]*(?<end>[;,]|$)");

    private ForwardedHeader() {}

    /**
     * The {@code for} of each element of {@code Forwarded} (RFC 7239).
     *
     * @throws Refusal 400 when it is malformed: a quote that is not closed would swallow what the next proxy added
     */
    static List<String> hops(List<String> headers) {
        Matcher pairs = PAIR.matcher(String.join(",", headers));
        List<String> hops = new ArrayList<>();
        Element element = Element.NONE;
        do {
            if (!pairs.find()) {
                throw Refusal.malformed("The header Forwarded is malformed.");
            }
            element = element.and(pairs);
            if (!pairs.group("end").equals(";")) {
                element.addTo(hops);
                element = Element.NONE;
            }
        } while (!pairs.group("end").isEmpty());
        return hops;
    }

    /** The entries of {@code X-Forwarded-For}. */
    static List<String> plainHops(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .filter(hop -> !hop.isBlank())
                .toList();
    }

    /** What one proxy says; lists may hold empty elements, which nobody said. */
    private record Element(boolean present, String hop) {

        static final Element NONE = new Element(false, "");

        Element and(Matcher pair) {
            String name = pair.group("name");
            if (name == null) {
                return this;
            }
            return name.equalsIgnoreCase("for")
                    ? new Element(true, unquoted(pair.group("value")))
                    : new Element(true, hop);
        }

        void addTo(List<String> hops) {
            if (present) {
                hops.add(hop);
            }
        }

        private static String unquoted(String value) {
            return value.startsWith("\"")
                    ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
                    : value;
        }
    }
}
