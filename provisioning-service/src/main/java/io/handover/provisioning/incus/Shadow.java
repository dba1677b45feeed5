package io.handover.provisioning.incus;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The file {@code /etc/shadow}, see shadow(5). Pure. */
final class Shadow {

    /** No password fits. */
    static final String LOCKED = "*";

    private static final String ROOT = "root:";
    private static final Pattern HASH = Pattern.compile("[^:\\p{Cntrl}]+");

    private Shadow() {}

    /**
     * The file with another hash for root, who is added when missing; all else stays.
     *
     * @param day of the change, since 1970: root need not change it at once
     */
    static byte[] withRoot(byte[] file, String hash, long day) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("no hash for /etc/shadow");
        }
        var changed = new StringBuilder(file.length + hash.length());
        boolean found = false;
        for (String line : new String(file, StandardCharsets.UTF_8).lines().toList()) {
            found |= line.startsWith(ROOT);
            changed.append(line.startsWith(ROOT) ? root(line, hash, day) : line).append('\n');
        }
        if (!found) {
            changed.append(ROOT).append(hash).append(':').append(day).append("::::::\n");
        }
        byte[] bytes = changed.toString().getBytes(StandardCharsets.UTF_8);
        changed.setLength(0);
        return bytes;
    }

    private static String root(String line, String hash, long day) {
        String[] fields = line.split(":", -1);
        fields[1] = hash;
        if (fields.length > 2) {
            fields[2] = Long.toString(day);
        }
        return String.join(":", fields);
    }
}
