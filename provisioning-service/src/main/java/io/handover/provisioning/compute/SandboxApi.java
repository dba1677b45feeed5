package io.handover.provisioning.compute;

import static java.util.stream.Collectors.toMap;

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
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sandbox's REST API; names on the wire are in camel case. */
@Path("/v1")
@Consumes("application/json")
interface SandboxApi {

    @PUT
    @Path("/disks/{id}")
    Uni<Void> putDisk(@HeaderParam("Authorization") String token, @PathParam("id") UUID id, PutDisk disk);

    @PUT
    @Path("/disks/{id}/size")
    Uni<Void> growDisk(@HeaderParam("Authorization") String token, @PathParam("id") UUID id, GrowDisk size);

    @POST
    @Path("/disks/{id}/restore")
    Uni<Void> restoreDisk(@HeaderParam("Authorization") String token, @PathParam("id") UUID id, RestoreDisk backup);

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
    @Path("/machines/{id}/start")
    Uni<MachineView> start(@HeaderParam("Authorization") String token, @PathParam("id") UUID id);

    @POST
    @Path("/machines/{id}/stop")
    Uni<MachineView> stop(@HeaderParam("Authorization") String token, @PathParam("id") UUID id, StopMachine how);

    @POST
    @Path("/machines/{id}/restart")
    Uni<MachineView> restart(@HeaderParam("Authorization") String token, @PathParam("id") UUID id, StopMachine how);

    @PUT
    @Path("/machines/{id}/disks")
    Uni<MachineView> setDisks(@HeaderParam("Authorization") String token, @PathParam("id") UUID id, SetDisks disks);

    @PUT
    @Path("/machines/{id}/size")
    Uni<MachineView> resize(@HeaderParam("Authorization") String token, @PathParam("id") UUID id, Resize size);

    @PUT
    @Path("/machines/{id}/root-password")
    Uni<MachineView> setRootPassword(
            @HeaderParam("Authorization") String token, @PathParam("id") UUID id, SetRootPassword password);

    @DELETE
    @Path("/machines/{id}")
    Uni<Void> deleteMachine(@HeaderParam("Authorization") String token, @PathParam("id") UUID id);

    @GET
    @Path("/inventory")
    Uni<InventoryView> inventory(@HeaderParam("Authorization") String token);

    record PutDisk(
            @JsonProperty("sizeGib") int sizeGib, @Nullable UUID source) {}

    record GrowDisk(@JsonProperty("sizeGib") int sizeGib) {}

    record RestoreDisk(UUID source) {}

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

    record StopMachine(
            StopType type,
            @JsonProperty("timeoutSeconds") @Nullable Long timeoutSeconds,
            @JsonProperty("destroyOnTimeout") boolean destroyOnTimeout) {

        static StopMachine of(StopRequest how) {
            return new StopMachine(
                    how.type(), how.timeout().map(Duration::toSeconds).orElse(null), how.destroyOnTimeout());
        }
    }

    record SetDisks(List<UUID> disks) {}

    record Resize(int cores, @JsonProperty("memoryMib") int memoryMib) {}

    record SetRootPassword(
            @JsonProperty("passwordId") UUID passwordId,
            @JsonProperty("rootPasswordHash") String rootPasswordHash) {

        @Override
        public String toString() {
            return "SetRootPassword[***]";
        }
    }

    record MachineView(UUID id, String hostname, String state, Ssh ssh) {

        Machine machine() {
            return new Machine("running".equals(state), ssh.host(), ssh.port());
        }
    }

    record Ssh(String host, int port) {}

    record InventoryView(List<MachineView> machines) {

        Inventory inventory() {
            return new Inventory(machines.stream().collect(toMap(MachineView::id, MachineView::machine)), Set.of());
        }
    }
}
