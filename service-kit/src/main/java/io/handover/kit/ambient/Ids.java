package io.handover.kit.ambient;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.UUID;

/** Makes ids. */
@Singleton
public class Ids {

    private final NoArgGenerator timeOrdered;
    private final NoArgGenerator random;

    Ids(SecureRandom random) {
        this.timeOrdered = Generators.timeBasedEpochGenerator(random);
        this.random = Generators.randomBasedGenerator(random);
    }

    /** A UUIDv7 (RFC 9562, section 5.7): ids made later sort later. */
    public UUID timeOrdered() {
        return timeOrdered.generate();
    }

    /**
     * A UUIDv4 whose first byte tells the kind of object, as UpCloud's do.
     *
     * @param kind {@code 0x00} server, {@code 0x01} storage, {@code 0x03} network, {@code 0x0c} token
     */
    public UUID ofKind(int kind) {
        UUID id = random.generate();
        return new UUID(
                (id.getMostSignificantBits() & 0x00ff_ffff_ffff_ffffL) | ((long) kind << 56),
                id.getLeastSignificantBits());
    }
}
