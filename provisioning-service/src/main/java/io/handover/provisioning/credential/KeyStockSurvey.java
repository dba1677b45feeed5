package io.handover.provisioning.credential;

import io.handover.kit.metric.Survey;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** How many passwords can still be sealed: {@code handover_delivery_keys_stock}. */
@Singleton
class KeyStockSurvey {

    private static final String STOCK = """
            select count(*) as stock
            from (select 1 from offered_key where usable_until > now() limit 10000) as usable""";

    @Produces
    @Singleton
    Survey stock() {
        return new Survey("handover.delivery.keys", List.of(), STOCK);
    }
}
