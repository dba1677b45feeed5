package io.handover.provisioning.compute;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sandbox's REST API; names on the wire are in camel case. */
@Path("/v1")
@Consumes("application/json")
interface SandboxApi {

    @PUT
    @Path("/disks/{id}")
    Uni<Void> putDisk(@HeaderParam("Authorization") String token, @PathParam("id") UUID id, PutDisk disk);

    @DELETE
    @Path("/disks/{id}")
    Uni<Void> deleteDisk(@HeaderParam("Authorization") String token, @PathParam("id") UUID id);

    @PUT
    @Path("/machines/{id}")
    Uni<MachineView> putMachine(
            @HeaderParam("Authorization") String token, @PathParam("id") UUID id, PutMachine machine);

    @GET
    @Path("/machines/{id}")
    Uni<MachineView> machine(@HeaderParam("Authorization") String token, @PathParam("id") UUID id);

    @POST
    @Path("/machines/{id}/{change}")
    Uni<MachineView> change(
            @HeaderParam("Authorization") String token, @PathParam("id") UUID id, @PathParam("change") String change);

    @DELETE
    @Path("/machines/{id}")
    Uni<Void> deleteMachine(@HeaderParam("Authorization") String token, @PathParam("id") UUID id);

    record PutDisk(
            @JsonProperty("sizeGib") int sizeGib, @Nullable UUID source) {}

    record PutMachine(
            String hostname,
            int cores,
            @JsonProperty("memoryMib") int memoryMib,
            List<UUID> disks,
            @JsonProperty("rootPasswordHash") @Nullable String rootPasswordHash,
            @JsonProperty("sshKeys") List<String> sshKeys) {

        @Override
        public String toString() {
            return "PutMachine[" + hostname + "]";
        }
    }

    record MachineView(UUID id, String hostname, String state, Ssh ssh) {

        Machine machine() {
            return new Machine("running".equals(state), ssh.host(), ssh.port());
        }
    }

    record Ssh(String host, int port) {}
}
