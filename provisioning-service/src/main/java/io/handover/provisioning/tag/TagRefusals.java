package io.handover.provisioning.tag;

import io.handover.kit.refusal.Refusal;

final class TagRefusals {

    private TagRefusals() {}

    static Refusal notFound(String name) {
        return Refusal.notFound("TAG_NOT_FOUND", "The tag " + name + " does not exist.");
    }

    static Refusal exists(String name) {
        return Refusal.conflict("TAG_EXISTS", "The tag " + name + " already exists.");
    }

    static Refusal forbidden() {
        return Refusal.forbidden("TAG_FORBIDDEN", "Only the main account makes tags, and tags and untags servers.");
    }

    static Refusal badName() {
        return Refusal.invalid("NAME_INVALID", "name: must have 1 to 32 letters, digits or underscores.");
    }

    static Refusal badDescription() {
        return Refusal.invalid("TAG_INVALID", "description: must have at most 255 characters, none of them NUL.");
    }

    static Refusal tooMany(int max) {
        return Refusal.conflict("TAG_LIMIT_REACHED", "An account has at most " + max + " tags.");
    }

    static Refusal wrapperMissing() {
        return Refusal.invalid("REQUEST_INVALID", "tag: is required, an object.");
    }

    static Refusal serverNotFound() {
        return Refusal.notFound("SERVER_NOT_FOUND", "servers: a server in it does not exist.");
    }

    static Refusal serverNotAnId() {
        return Refusal.invalid("SERVER_INVALID", "servers: must hold UUIDs of servers.");
    }
}
