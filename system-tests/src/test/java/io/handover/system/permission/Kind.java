package io.handover.system.permission;

/** What can be controlled. */
enum Kind {
    SERVER("server"),
    STORAGE("storage"),
    TAG("tag_access");

    /** As the type of a permission's target. */
    final String wire;

    Kind(String wire) {
        this.wire = wire;
    }
}
