package io.handover.provisioning.incus;

/** Sizes as Incus writes them. */
final class Size {

    private static final String GIB = "GiB";

    private Size() {}

    static String gib(int size) {
        return size + GIB;
    }

    static String mib(int size) {
        return size + "MiB";
    }

    /** GiB of what {@link #gib} wrote; 0 for anything else. */
    static int parse(String text) {
        try {
            return text.endsWith(GIB) ? Integer.parseInt(text.substring(0, text.length() - GIB.length())) : 0;
        } catch (NumberFormatException other) {
            return 0;
        }
    }
}
