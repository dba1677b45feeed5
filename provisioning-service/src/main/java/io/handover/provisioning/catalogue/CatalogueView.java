package io.handover.provisioning.catalogue;

import java.util.List;
import java.util.Map;

/** The catalogue as it is on the wire. */
final class CatalogueView {

    private CatalogueView() {}

    /** Where servers can be. */
    record AllZones(Map<String, List<Zone>> zones) {}

    /** How large servers can be. */
    record AllPlans(Map<String, List<Plan>> plans) {}

    /** The same without names, and each once. */
    record AllSizes(Map<String, List<Size>> serverSizes) {}

    record Size(String coreNumber, String memoryAmount) {

        static Size of(Plan plan) {
            return new Size(Integer.toString(plan.coreNumber()), Integer.toString(plan.memoryAmount()));
        }
    }

    /** What things cost. */
    record AllPrices(Prices prices) {}

    /**
     * In a currency.
     *
     * @param zone each with its {@code name}, and a {@link Price} by the name of each thing
     */
    record Prices(String currency, List<Map<String, Object>> zone) {}

    /** Names of the IANA time zone database. */
    record AllTimezones(Map<String, List<String>> timezones) {}
}
