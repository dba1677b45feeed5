package io.handover.provisioning.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Zones, plans, templates and prices. Read once, at the start. */
@Singleton
public class Catalogue {

    private static final String BUILT_IN = "/catalogue.json";

    private final Offer offer;

    Catalogue(CatalogueConfig config, ObjectMapper json) {
        try (InputStream file = open(config)) {
            this.offer = json.readValue(file, Offer.class);
        } catch (IOException failed) {
            throw new UncheckedIOException("the catalogue cannot be read: see handover.catalogue.file", failed);
        }
    }

    /** All zones. */
    public List<Zone> zones() {
        return offer.zones();
    }

    /** A zone by its id, such as {@code fi-hel1}. */
    public Optional<Zone> zone(String id) {
        return offer.zones().stream().filter(zone -> zone.id().equals(id)).findFirst();
    }

    /** All plans. */
    public List<Plan> plans() {
        return offer.plans();
    }

    /** A plan by its name, such as {@code 1xCPU-1GB}. */
    public Optional<Plan> plan(String name) {
        return offer.plans().stream().filter(plan -> plan.name().equals(name)).findFirst();
    }

    /** All public templates. */
    public List<Template> templates() {
        return offer.templates();
    }

    /** A public template by its id. */
    public Optional<Template> template(UUID id) {
        return offer.templates().stream()
                .filter(template -> template.uuid().equals(id))
                .findFirst();
    }

    /** What things cost, the same in every zone, by UpCloud's names for them; nobody is charged. */
    Map<String, Price> prices() {
        return Objects.requireNonNullElse(offer.prices(), Map.of());
    }

    private static InputStream open(CatalogueConfig config) throws IOException {
        return config.file().isPresent()
                ? Files.newInputStream(config.file().get())
                : Objects.requireNonNull(Catalogue.class.getResourceAsStream(BUILT_IN));
    }
}
