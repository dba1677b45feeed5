package io.handover.notification.audit;

import io.handover.events.audit.VerifierKey;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;

/** The public keys of all checkpoints, one a line and the current one first: what {@code verify-audit --key} reads. */
@Path("/v1/audit-keys")
class AuditKeysResource {

    private final AuditKeys keys;

    AuditKeysResource(AuditKeys keys) {
        this.keys = keys;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String list() {
        return keys.signer().known().stream().map(VerifierKey::toString).collect(Collectors.joining("\n", "", "\n"));
    }
}
