package io.handover.test.notebook;

import io.handover.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

@Path("/v1")
class NotebookResource {

    private final CurrentCaller caller;
    private final Notebook notebook;

    NotebookResource(CurrentCaller caller, Notebook notebook) {
        this.caller = caller;
        this.notebook = notebook;
    }

    @POST
    @Path("tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Void> say(SayTokens command) {
        return notebook.say(account(), command);
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

    private UUID account() {
        return caller.get().accountId();
    }
}
