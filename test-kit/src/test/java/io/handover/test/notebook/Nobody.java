package io.handover.test.notebook;

import io.handover.telemetry.dependency.Dependency;
import io.handover.telemetry.dependency.Needs;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;

/** Something that the notebook needs and that is not there: nobody listens on the port of TCPMUX. */
@Singleton
class Nobody implements Needs {

    @Override
    public List<Dependency> dependencies() {
        return List.of(Dependency.at("nobody", URI.create("http://127.0.0.1:1")));
    }
}
