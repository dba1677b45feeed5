package io.handover.provisioning.tag;

import io.handover.kit.caller.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.Map;

@Path("/1.3/tag")
@Produces("application/json; charset=UTF-8")
class TagResource {

    private final Tags tags;
    private final CurrentCaller caller;

    TagResource(Tags tags, CurrentCaller caller) {
        this.tags = tags;
        this.caller = caller;
    }

    @GET
    public Uni<Map<String, Object>> list() {
        return tags.list(caller.get()).map(found -> Map.of("tags", Map.of("tag", found)));
    }

    @GET
    @Path("/{name}")
    public Uni<Map<String, TagView>> details(@PathParam("name") String name) {
        return tags.details(caller.get(), TagName.sought(name)).map(TagResource::wrapped);
    }

    @POST
    @Consumes("application/json")
    public Uni<Map<String, TagView>> create(SaveTag command) {
        return tags.create(caller.get(), command.fields()).map(TagResource::wrapped);
    }

    @PUT
    @Path("/{name}")
    @Consumes("application/json")
    public Uni<Map<String, TagView>> change(@PathParam("name") String name, SaveTag command) {
        return tags.change(caller.get(), TagName.sought(name), command.fields()).map(TagResource::wrapped);
    }

    @DELETE
    @Path("/{name}")
    public Uni<Void> delete(@PathParam("name") String name) {
        return tags.delete(caller.get(), TagName.sought(name));
    }

    private static Map<String, TagView> wrapped(TagView tag) {
        return Map.of("tag", tag);
    }
}
