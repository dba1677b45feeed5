package io.handover.provisioning.tag;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A tag with the servers that the caller may see. */
record TagView(String name, String description, Map<String, List<UUID>> servers) {

    static TagView of(String name, String description, List<UUID> servers) {
        return new TagView(name, description, Map.of("server", servers));
    }

    /** However it is capitalised. */
    boolean isNamed(TagName other) {
        return name.equalsIgnoreCase(other.written());
    }

    /** As the wire has it. */
    record OneTag(TagView tag) {}

    /** As the wire has them. */
    record AllTags(Map<String, List<TagView>> tags) {

        static AllTags of(List<TagView> found) {
            return new AllTags(Map.of("tag", found));
        }
    }
}
