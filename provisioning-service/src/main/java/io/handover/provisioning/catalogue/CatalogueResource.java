package io.handover.provisioning.catalogue;

import io.handover.provisioning.catalogue.CatalogueView.AllPlans;
import io.handover.provisioning.catalogue.CatalogueView.AllPrices;
import io.handover.provisioning.catalogue.CatalogueView.AllSizes;
import io.handover.provisioning.catalogue.CatalogueView.AllTimezones;
import io.handover.provisioning.catalogue.CatalogueView.AllZones;
import io.handover.provisioning.catalogue.CatalogueView.Prices;
import io.handover.provisioning.catalogue.CatalogueView.Size;
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
    public AllZones zones() {
        return new AllZones(Map.of("zone", catalogue.zones()));
    }

    @GET
    @Path("/plan")
    public AllPlans plans() {
        return new AllPlans(Map.of("plan", catalogue.plans()));
    }

    @GET
    @Path("/server_size")
    public AllSizes sizes() {
        List<Size> sizes = catalogue.plans().stream().map(Size::of).distinct().toList();
        return new AllSizes(Map.of("server_size", sizes));
    }

    @GET
    @Path("/price")
    public AllPrices prices() {
        return new AllPrices(new Prices(
                "EUR", catalogue.zones().stream().map(zone -> prices(zone.id())).toList()));
    }

    @GET
    @Path("/timezone")
    public AllTimezones timezones() {
        return new AllTimezones(Map.of(
                "timezone", ZoneId.getAvailableZoneIds().stream().sorted().toList()));
    }

    private Map<String, Object> prices(String zone) {
        Map<String, Object> prices = new TreeMap<>(catalogue.prices());
        prices.put("name", zone);
        return prices;
    }
}
