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
    public Uni<TagView.AllTags> list() {
        return tags.list(caller.get()).map(TagView.AllTags::of);
    }

    @GET
    @Path("/{name}")
    public Uni<TagView.OneTag> details(@PathParam("name") String name) {
        return tags.details(caller.get(), TagName.sought(name)).map(TagView.OneTag::new);
    }

    @POST
    @Consumes("application/json")
    public Uni<TagView.OneTag> create(SaveTag command) {
        return tags.create(caller.get(), command.fields()).map(TagView.OneTag::new);
    }

    @PUT
    @Path("/{name}")
    @Consumes("application/json")
    public Uni<TagView.OneTag> change(@PathParam("name") String name, SaveTag command) {
        return tags.change(caller.get(), TagName.sought(name), command.fields()).map(TagView.OneTag::new);
    }

    @DELETE
    @Path("/{name}")
    public Uni<Void> delete(@PathParam("name") String name) {
        return tags.delete(caller.get(), TagName.sought(name));
    }
}
