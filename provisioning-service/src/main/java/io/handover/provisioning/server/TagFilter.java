package io.handover.provisioning.server;

import java.util.List;

/**
 * Tags in a path: {@code a,b} for any of them, {@code a:b} for all.
 *
 * @param all whether a server must carry all of them
 */
record TagFilter(boolean all, List<String> names) {

    static TagFilter parse(String segment) {
        return new TagFilter(segment.contains(":"), List.of(segment.split("[,:]", -1)));
    }
}
