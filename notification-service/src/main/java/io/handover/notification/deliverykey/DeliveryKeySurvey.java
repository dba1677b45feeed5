package io.handover.notification.deliverykey;

import io.handover.kit.metric.Survey;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * How many keys wait to be sealed to, and how many open a password that is on its way:
 * {@code handover_delivery_keys_offered}, {@code …_live}.
 */
@Singleton
class DeliveryKeySurvey {

    private static final String KEYS = """
            select count(*) filter (where delivery_id is null and usable_until > now()) as offered,
                   count(*) filter (where delivery_id is not null) as live
            from (select delivery_id, usable_until from delivery_key limit 10000) as kept""";

    @Produces
    @Singleton
    Survey keys() {
        return new Survey("handover.delivery.keys", List.of(), KEYS);
    }
}
