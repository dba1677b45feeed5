package io.handover.identity.account;

import java.util.List;

/** What a user may touch, as permission-service told it. */
record AccessView(
        ServerAccess serverAccess, StorageAccess storageAccess, NetworkAccess networkAccess, TagAccess tagAccess) {

    /** A main account controls everything. */
    static final AccessView EVERYTHING = of(List.of(
            new Grant("server", "*", true),
            new Grant("storage", "*", true),
            new Grant("network", "*", true),
            new Grant("tag_access", "*", true)));

    static AccessView of(List<Grant> grants) {
        return new AccessView(
                new ServerAccess(of(grants, "server").stream()
                        .map(grant -> new ServerAccess.Server(grant.identifier(), DetailsView.yesNo(grant.storage())))
                        .toList()),
                new StorageAccess(
                        of(grants, "storage").stream().map(Grant::identifier).toList()),
                new NetworkAccess(
                        of(grants, "network").stream().map(Grant::identifier).toList()),
                new TagAccess(of(grants, "tag_access").stream()
                        .map(grant -> new TagAccess.Tag(grant.identifier(), DetailsView.yesNo(grant.storage())))
                        .toList()));
    }

    private static List<Grant> of(List<Grant> grants, String type) {
        return grants.stream().filter(grant -> grant.type().equals(type)).toList();
    }

    /** One target; {@code storage} includes what is attached to it. */
    record Grant(String type, String identifier, boolean storage) {}

    record ServerAccess(List<Server> server) {
        record Server(String uuid, String storage) {}
    }

    record StorageAccess(List<String> storage) {}

    record NetworkAccess(List<String> network) {}

    record TagAccess(List<Tag> tag) {
        record Tag(String name, String storage) {}
    }
}
