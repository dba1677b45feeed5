package io.handover.notification.deliverykey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.delivery-key")
interface DeliveryKeyConfig {

    /** After that a key is destroyed, whatever happened; no delivery that needs it lasts longer. */
    @WithDefault("24H")
    Duration lifetime();

    /** For how long after its offer something may be sealed to it; shorter than its lifetime. */
    @WithDefault("6H")
    Duration usableFor();

    /** How many are offered at a time. */
    @WithDefault("256")
    int batch();

    /** When fewer are left unspent, for at least half of {@code usable-for}, a new batch is offered. */
    @WithDefault("128")
    int lowWater();

    /** How often expired keys are destroyed, the stock is counted, and the key-encryption key's age is looked at. */
    @WithDefault("5S")
    Duration lookEvery();
}
