package io.handover.notification.deliverykey;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "handover.delivery-key")
interface DeliveryKeyConfig {

    /** How long a key is on offer until the next one is. */
    @WithDefault("24H")
    Duration period();

    /** How long a key is kept after its successor was offered: passwords sealed to it may still be on their way. */
    @WithDefault("1H")
    Duration grace();

    /** How often it is looked whether a key is due, or may go. */
    @WithDefault("1M")
    Duration lookEvery();
}
