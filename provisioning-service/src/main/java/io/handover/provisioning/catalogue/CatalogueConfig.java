package io.handover.provisioning.catalogue;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

@ConfigMapping(prefix = "handover.catalogue")
interface CatalogueConfig {

    /** A JSON file with zones, plans, templates and prices, in the form of the built-in {@code catalogue.json}. */
    Optional<Path> file();
}
