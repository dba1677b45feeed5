package io.handover.provisioning.group;

import io.handover.kit.refusal.Refusal;
import java.util.UUID;

final class GroupRefusals {

    private GroupRefusals() {}

    static Refusal wrapperMissing(String wrapper) {
        return Refusal.invalid("REQUEST_INVALID", wrapper + ": is required, an object.");
    }

    static Refusal notAnId() {
        return Refusal.invalid("GROUP_INVALID", "The server group UUID is invalid.");
    }

    static Refusal notFound(UUID groupId) {
        return Refusal.notFound("GROUP_NOT_FOUND", "The server group " + groupId + " does not exist.");
    }

    static Refusal forbidden() {
        return Refusal.forbidden("GROUP_FORBIDDEN", "Server groups are changed by the main account only.");
    }

    static Refusal notAMember(UUID serverId) {
        return Refusal.notFound("SERVER_NOT_FOUND", "The server " + serverId + " is not in this server group.");
    }

    static Refusal titleMissing() {
        return Refusal.invalidField("TITLE_MISSING", "title", "is required.");
    }

    static Refusal badTitle() {
        return Refusal.invalidField(
                "TITLE_INVALID", "title", "must have at most 255 characters, none of them a control.");
    }

    static Refusal badAntiAffinity() {
        return Refusal.invalidField("ANTI_AFFINITY_INVALID", "anti_affinity", "must be no, yes or strict.");
    }
}
