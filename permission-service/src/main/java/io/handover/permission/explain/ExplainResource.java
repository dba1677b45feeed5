package io.handover.permission.explain;

import io.handover.kit.caller.CurrentCaller;
import io.handover.permission.member.User;
import io.handover.permission.target.Target;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/permissions/explain")
@Produces(MediaType.APPLICATION_JSON)
class ExplainResource {

    private final ExplainService explanations;
    private final CurrentCaller caller;

    ExplainResource(ExplainService explanations, CurrentCaller caller) {
        this.explanations = explanations;
        this.caller = caller;
    }

    @GET
    public Uni<ExplanationView> explain(
            @RestQuery @Nullable String user,
            @RestQuery("target_type") @Nullable String targetType,
            @RestQuery("target_identifier") @Nullable String targetIdentifier) {
        return explanations.explain(caller.get(), User.requireName(user), Target.of(targetType, targetIdentifier));
    }
}
