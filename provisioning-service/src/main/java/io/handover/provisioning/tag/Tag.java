package io.handover.provisioning.tag;

import org.jspecify.annotations.Nullable;

/** A tag as it is kept, without its servers. */
record Tag(TagName name, String description) {

    /** Null leaves a part as it is; a name may differ in its capitals alone. */
    Tag with(@Nullable String name, @Nullable String description) {
        return new Tag(
                name == null ? this.name : TagName.of(name), description == null ? this.description : description);
    }

    boolean isNamedLike(Tag other) {
        return name.key().equals(other.name.key());
    }
}
