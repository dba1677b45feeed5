package io.handover.events.audit;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with the signature of one signer (C2SP signed-note): the text, an empty line, and {@code — <name> <Base64 of
 * the key's id and the signature>}.
 *
 * @param text ends with a line break
 * @param signer the name of the key
 */
record SignedNote(String text, String signer, String signature) {

    private static final Pattern NOTE = Pattern.compile("(.*\n)\n\u2014 (\\S+) (\\S+)\n", Pattern.DOTALL);
    private static final int ID_BYTES = 4;

    static SignedNote parse(String note) throws BadCheckpoint {
        Matcher parts = NOTE.matcher(note);
        if (!parts.matches()) {
            throw new BadCheckpoint("its checkpoint is no signed note");
        }
        return new SignedNote(parts.group(1), parts.group(2), parts.group(3));
    }

    boolean isSignedBy(VerifierKey key) {
        byte[] both = decoded();
        return signer.equals(key.name())
                && both.length > ID_BYTES
                && Arrays.equals(Arrays.copyOf(both, ID_BYTES), key.idBytes())
                && key.verifies(text, Arrays.copyOfRange(both, ID_BYTES, both.length));
    }

    /** Empty unless it is the one text of its bytes: Base64 has bits to spare at its end. */
    private byte[] decoded() {
        try {
            byte[] both = Base64.getDecoder().decode(signature);
            return Base64.getEncoder().encodeToString(both).equals(signature) ? both : new byte[0];
        } catch (IllegalArgumentException noBase64) {
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return text + "\n\u2014 " + signer + " " + signature + "\n";
    }
}
