package io.handover.test.notebook;

import io.handover.kit.dependency.Dependency;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;

/** Something that the notebook needs and that is not there: nobody listens on the port of TCPMUX. */
@Singleton
class Nobody {

    @Produces
    @Singleton
    Dependency nobody() {
        return Dependency.at("nobody", URI.create("http://127.0.0.1:1"));
    }
}
