package io.handover.provisioning.server;

import io.handover.kit.refusal.Refusal;
import java.util.Locale;

final class ServerRefusals {

    private ServerRefusals() {}

    static Refusal notFound(Object serverId) {
        return Refusal.notFound("SERVER_NOT_FOUND", "The server " + serverId + " does not exist.");
    }

    static Refusal notAnId() {
        return Refusal.invalid("SERVER_INVALID", "The server UUID is invalid.");
    }

    static Refusal forbidden() {
        return Refusal.forbidden("SERVER_FORBIDDEN", "You have no permission for this server.");
    }

    static Refusal wrongState(ServerState state, ServerState wanted) {
        return Refusal.conflict(
                "SERVER_STATE_ILLEGAL",
                "The server is in state " + state.onTheWire() + "; it must be in state " + wanted.onTheWire() + ".");
    }

    static Refusal stopping() {
        return Refusal.conflict("SERVER_STATE_ILLEGAL", "The server is being stopped.");
    }

    static Refusal takesNoPasswordYet() {
        return Refusal.conflict(
                "SERVER_STATE_ILLEGAL",
                "The server is in state maintenance. Ask for a password once it is started or stopped.");
    }

    static Refusal takesNoPassword() {
        return Refusal.conflict(
                "SERVER_STATE_ILLEGAL", "The server is in state error and takes no password. Deploy another one.");
    }

    static Refusal noAddress() {
        return Refusal.conflict("SERVER_STATE_ILLEGAL", "The server has no address: it was not deployed yet.");
    }

    static Refusal malformed() {
        return Refusal.invalid("REQUEST_INVALID", "The body is not JSON.");
    }

    static Refusal noObject(String field) {
        return Refusal.invalid("REQUEST_INVALID", field + ": must be an object.");
    }

    static Refusal wrapperMissing() {
        return Refusal.invalid("REQUEST_INVALID", "server: is required, an object.");
    }

    static Refusal missing(String field) {
        return Refusal.invalidField(code(field, "MISSING"), field, "is required.");
    }

    static Refusal bad(String field, String rule) {
        return Refusal.invalidField(code(field, "INVALID"), field, rule);
    }

    static Refusal badGroup() {
        return Refusal.invalid("GROUP_INVALID", "server_group: must be a UUID.");
    }

    static Refusal unknownGroup(Object groupId) {
        return Refusal.notFound("GROUP_NOT_FOUND", "The server group " + groupId + " does not exist.");
    }

    static Refusal inAnotherGroup(Object serverId) {
        return Refusal.conflict("ALREADY_IN_SERVER_GROUP", "The server " + serverId + " is in another server group.");
    }

    static Refusal unknownHost(long host) {
        return Refusal.notFound("HOST_NOT_FOUND", "The host " + host + " does not exist.");
    }

    static Refusal otherHost(long host, String zone) {
        return Refusal.forbidden("HOST_FORBIDDEN", "The host " + host + " is not in the zone " + zone + ".");
    }

    static Refusal noOtherHost(long host, String zone) {
        return Refusal.conflict("SERVER_RESOURCES_UNAVAILABLE", "The zone " + zone + " has no host but " + host + ".");
    }

    static Refusal notCancellable() {
        return Refusal.conflict("SERVER_STATE_ILLEGAL", "Nothing is going on that can be cancelled.");
    }

    static Refusal unknownZone(String zone) {
        return Refusal.notFound("ZONE_NOT_FOUND", "The zone " + zone + " does not exist.");
    }

    static Refusal notThePlans(String code, String field, int ofPlan) {
        return Refusal.conflict(code, field + ": must be " + ofPlan + ", as in the plan, or left out.");
    }

    static Refusal tooManyCores(int max) {
        return Refusal.conflict("SERVER_CORE_LIMIT_REACHED", "An account's servers have at most " + max + " cores.");
    }

    static Refusal tooMuchMemory(int max) {
        return Refusal.conflict(
                "SERVER_MEMORY_LIMIT_REACHED", "An account's servers have at most " + max + " MiB of memory.");
    }

    static Refusal noMetadata(String title) {
        return Refusal.invalid(
                "METADATA_DISABLED_ON_CLOUD-INIT", "metadata: must be yes, because " + title + " needs it.");
    }

    static Refusal tooManyDevices(int max) {
        return Refusal.conflict(
                "STORAGE_DEVICE_LIMIT_REACHED", "A server has at most " + max + " storages and interfaces together.");
    }

    static Refusal noPasswordInTemplate(String title) {
        return Refusal.invalid(
                "CAN_NOT_CREATE_PASSWORD_FOR_THE_SELECTED_DISTRIBUTION",
                "create_password: " + title + " takes no password. Use SSH keys.");
    }

    static Refusal badSshKey(int position) {
        return Refusal.invalid(
                "SSH_KEY_INVALID", "ssh_keys: key " + position + " is not a public key in OpenSSH's format.");
    }

    static Refusal tooManySshKeys(int max) {
        return Refusal.invalid("SSH_KEY_INVALID", "ssh_keys: at most " + max + " keys are allowed.");
    }

    private static String code(String field, String problem) {
        return field.toUpperCase(Locale.ROOT) + "_" + problem;
    }
}
