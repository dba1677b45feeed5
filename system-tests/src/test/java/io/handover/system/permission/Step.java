package io.handover.system.permission;

import java.util.Set;

/** Something that somebody tries, and that changes what others may do if it succeeds. */
sealed interface Step {

    Who by();

    record AddMember(Who by, Who member) implements Step {}

    record RemoveMember(Who by, Who member) implements Step {}

    record Make(Who by, Thing thing) implements Step {}

    /**
     * For a server, a storage or a tag.
     *
     * @param storages of a server: also what is attached to it
     */
    record Delete(Who by, Thing thing, boolean storages) implements Step {}

    record Attach(Who by, Thing storage, Thing server) implements Step {}

    record Detach(Who by, Thing storage, Thing server) implements Step {}

    record Rename(Who by, Thing tag, Thing to) implements Step {}

    record Put(Who by, Thing tag, Thing server) implements Step {}

    record Take(Who by, Thing tag, Thing server) implements Step {}

    /** These servers and no others carry the tag. */
    record Move(Who by, Thing tag, Set<Thing> servers) implements Step {}

    /**
     * What there is already is changed.
     *
     * @param unchecked whether or not there is such a target
     */
    record Grant(Who by, Permission permission, boolean unchecked) implements Step {}

    record Revoke(Who by, Permission permission) implements Step {}

    record RevokeAllOf(Who by, Who member) implements Step {}

    record RevokeAllOn(Who by, Thing target) implements Step {}

    /** It is the only one that its member has. */
    record Replace(Who by, Permission permission) implements Step {}

    /** The lists of an account's details: all that the member controls. */
    record SetAccess(Who by, Who member, Set<Permission> permissions) implements Step {}
}
