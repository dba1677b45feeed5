package io.handover.provisioning.incus;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;

/**
 * A file of a guest. What is printed of it tells nothing of what it holds.
 *
 * @param mode in octal, such as {@code 0640}
 * @param type {@code file} or {@code directory}
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and wiped.
record GuestFile(byte[] content, String uid, String gid, String mode, String type) {

    private static final String ROOT = "0";

    static GuestFile ofRoot(byte[] content, String mode) {
        return new GuestFile(content, ROOT, ROOT, mode, "file");
    }

    static GuestFile directory(String mode) {
        return new GuestFile(new byte[0], ROOT, ROOT, mode, "directory");
    }

    static GuestFile of(HttpResponse<byte[]> answer) {
        return new GuestFile(
                answer.body(),
                header(answer, "X-Incus-uid", ROOT),
                header(answer, "X-Incus-gid", ROOT),
                header(answer, "X-Incus-mode", "0600"),
                header(answer, "X-Incus-type", "file"));
    }

    /** The same file with other content. */
    GuestFile holding(byte[] other) {
        return new GuestFile(other, uid, gid, mode, type);
    }

    Map<String, String> headers() {
        return Map.of("X-Incus-uid", uid, "X-Incus-gid", gid, "X-Incus-mode", mode, "X-Incus-type", type);
    }

    void wipe() {
        Arrays.fill(content, (byte) 0);
    }

    @Override
    public String toString() {
        return "GuestFile[" + mode + "]";
    }

    private static String header(HttpResponse<byte[]> answer, String name, String otherwise) {
        return answer.headers().firstValue(name).orElse(otherwise);
    }
}
