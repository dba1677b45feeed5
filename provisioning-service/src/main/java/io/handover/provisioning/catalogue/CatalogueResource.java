package io.handover.provisioning.catalogue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

@Path("/1.3")
@Produces("application/json; charset=UTF-8")
class CatalogueResource {

    private final Catalogue catalogue;

    CatalogueResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Path("/zone")
    public Map<String, Object> zones() {
        return Map.of("zones", Map.of("zone", catalogue.zones()));
    }

    @GET
    @Path("/plan")
    public Map<String, Object> plans() {
        return Map.of("plans", Map.of("plan", catalogue.plans()));
    }

    @GET
    @Path("/server_size")
    public Map<String, Object> sizes() {
        List<Map<String, String>> sizes = catalogue.plans().stream()
                .map(plan -> Map.of(
                        "core_number", Integer.toString(plan.coreNumber()),
                        "memory_amount", Integer.toString(plan.memoryAmount())))
                .distinct()
                .toList();
        return Map.of("server_sizes", Map.of("server_size", sizes));
    }

    @GET
    @Path("/price")
    public Map<String, Object> prices() {
        List<Map<String, Object>> zones =
                catalogue.zones().stream().map(zone -> prices(zone.id())).toList();
        return Map.of("prices", Map.of("currency", "EUR", "zone", zones));
    }

    @GET
    @Path("/timezone")
    public Map<String, Object> timezones() {
        List<String> names = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        return Map.of("timezones", Map.of("timezone", names));
    }

    private Map<String, Object> prices(String zone) {
        Map<String, Object> prices = new TreeMap<>(catalogue.prices());
        prices.put("name", zone);
        return prices;
    }
}
