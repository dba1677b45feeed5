package io.handover.test.notebook;

import io.handover.kit.caller.CurrentCaller;
import io.handover.kit.origin.Origin;
import io.handover.kit.trace.Traces;
import io.handover.kit.work.OwnContext;
import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.ConnectException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jboss.resteasy.reactive.RestPath;

@Path("/v1")
class NotebookResource {

    private final CurrentCaller caller;
    private final Notebook notebook;
    private final Traces traces;
    private final Vertx vertx;

    NotebookResource(CurrentCaller caller, Notebook notebook, Traces traces, Vertx vertx) {
        this.caller = caller;
        this.notebook = notebook;
        this.traces = traces;
        this.vertx = vertx;
    }

    @POST
    @Path("tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Void> say(SayTokens command) {
        return notebook.say(account(), command);
    }

    /** Takes something away. */
    @POST
    @Path("tokens/revocation")
    public Uni<Void> revoke() {
        return notebook.revokeOne(account());
    }

    /** In work that goes on without the request. */
    @POST
    @Path("tokens/later")
    public void sayLater() {
        UUID account = account();
        Optional<String> trace = traces.current();
        OwnContext.run(
                vertx,
                own -> traces.goOn(
                        trace, () -> traces.span("say later", SpanKind.INTERNAL, () -> notebook.sayOne(account))),
                ignored -> {},
                failure -> Log.errorf(failure, "not said"));
    }

    /** In somebody else's name. */
    @POST
    @Path("tokens/for/{name}")
    public Uni<Void> sayFor(@RestPath String name) {
        return notebook.sayOneFor(account(), Origin.of(name, Optional.empty()));
    }

    @DELETE
    @Path("account")
    public Uni<Void> close() {
        return notebook.close(account());
    }

    /** From now on nothing is fragile. */
    @POST
    @Path("mending")
    public void mend() {
        notebook.mend(account());
    }

    @GET
    @Path("notes")
    public Uni<List<String>> notes() {
        return notebook.notes(account());
    }

    @GET
    @Path("attempts")
    public int attempts() {
        return notebook.attempts(account());
    }

    @GET
    @Path("broken")
    public String broken() {
        throw new IllegalStateException("secret-17");
    }

    /** As if nobody could log in to the database. */
    @GET
    @Path("away/{state}")
    public String away(@RestPath String state) {
        throw new CompletionException(new PgException("the database system is starting up", "FATAL", state, ""));
    }

    /** As if nobody was there. */
    @GET
    @Path("away")
    public Uni<String> away() {
        return Uni.createFrom().failure(new ConnectException("Connection refused"));
    }

    private UUID account() {
        return caller.get().accountId();
    }
}
