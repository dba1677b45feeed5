package io.handover.notification.audit;

import static io.handover.notification.audit.Deed.done;

import io.handover.events.identity.AccountChanged;
import io.handover.events.identity.AccountClosed;
import io.handover.events.identity.AccountEvent;
import io.handover.events.identity.AccountOpened;
import io.handover.events.identity.ContactChanged;
import io.handover.events.identity.MemberAccessSet;
import io.handover.events.identity.MemberAdded;
import io.handover.events.identity.MemberChanged;
import io.handover.events.identity.MemberRemoved;
import io.handover.events.identity.PasswordChanged;
import io.handover.events.identity.SignInRefused;
import io.handover.events.identity.SignedIn;
import io.handover.events.identity.TokenIssued;
import io.handover.events.identity.TokenRevoked;
import io.handover.events.identity.UnknownAccountEvent;
import io.handover.events.notification.DeliveryEvent;
import io.handover.events.notification.PasswordBounced;
import io.handover.events.notification.PasswordDelivered;
import io.handover.events.notification.PasswordDeliveryFailed;
import io.handover.events.notification.UnknownDeliveryEvent;
import io.handover.events.permission.MemberAccessApplied;
import io.handover.events.permission.PermissionEvent;
import io.handover.events.permission.PermissionGranted;
import io.handover.events.permission.PermissionRevoked;
import io.handover.events.permission.UnknownPermissionEvent;
import io.handover.events.provisioning.CredentialEvent;
import io.handover.events.provisioning.PasswordGenerated;
import io.handover.events.provisioning.PasswordShown;
import io.handover.events.provisioning.RootPasswordNotSet;
import io.handover.events.provisioning.RootPasswordSet;
import io.handover.events.provisioning.ServerDeleted;
import io.handover.events.provisioning.ServerDeployed;
import io.handover.events.provisioning.ServerDeploymentFailed;
import io.handover.events.provisioning.ServerEvent;
import io.handover.events.provisioning.ServerRequested;
import io.handover.events.provisioning.ServerStarted;
import io.handover.events.provisioning.ServerStopped;
import io.handover.events.provisioning.ServerTagged;
import io.handover.events.provisioning.ServerUntagged;
import io.handover.events.provisioning.StorageAttached;
import io.handover.events.provisioning.StorageCreated;
import io.handover.events.provisioning.StorageDeleted;
import io.handover.events.provisioning.StorageDetached;
import io.handover.events.provisioning.TagCreated;
import io.handover.events.provisioning.TagDeleted;
import io.handover.events.provisioning.TagRenamed;
import io.handover.events.provisioning.UnknownCredentialEvent;
import io.handover.events.provisioning.UnknownServerEvent;
import java.util.Locale;
import java.util.UUID;

/** What each event means to the audit trail; whoever adds an event decides here. */
final class Deeds {

    private Deeds() {}

    static Deed of(AccountEvent event) {
        return switch (event) {
            case AccountOpened it ->
                done("account.open", "account", it.accountId()).named(it.username());
            case AccountChanged it -> done("account.modify", "account", it.accountId());
            case ContactChanged it ->
                done("account.modify", "account", it.accountId()).with("contact");
            case AccountClosed it -> done("account.close", "account", it.accountId());
            case PasswordChanged it -> done("password.change", kindOf(it.accountId(), it.userId()), it.userId());
            case MemberAdded it ->
                done("member.create", "member", it.memberId()).named(it.username());
            case MemberChanged it -> done("member.modify", "member", it.memberId());
            case MemberAccessSet it ->
                done("member.modify", "member", it.memberId()).with("access");
            case MemberRemoved it ->
                done("member.delete", "member", it.memberId()).named(it.username());
            case TokenIssued it ->
                done("token.create", "token", it.tokenId()).with("of user " + it.userId() + " until " + it.expiresAt());
            case TokenRevoked it -> done("token.delete", "token", it.tokenId()).with("of user " + it.userId());
            case SignedIn it ->
                signIn(it.accountId(), it.userId(), it.username()).with("by " + word(it.method()));
            case SignInRefused it ->
                signIn(it.accountId(), it.userId(), it.username()).failedBecause(it.reason());
            case UnknownAccountEvent it -> Deed.unknown(it.type());
        };
    }

    static Deed of(PermissionEvent event) {
        return switch (event) {
            case PermissionGranted it ->
                done("permission.grant", "permission", it.permissionId())
                        .named(it.username())
                        .with(it.targetType() + " " + it.targetIdentifier() + (it.storage() ? " with storages" : ""));
            case PermissionRevoked it ->
                done("permission.revoke", "permission", it.permissionId())
                        .named(it.username())
                        .with(it.targetType() + " " + it.targetIdentifier());
            case MemberAccessApplied it ->
                done("member.modify", "member", it.memberId()).with("access in force");
            case UnknownPermissionEvent it -> Deed.unknown(it.type());
        };
    }

    static Deed of(ServerEvent event) {
        return switch (event) {
            case ServerRequested it ->
                done("server.create", "server", it.serverId())
                        .named(it.hostname())
                        .with(it.plan() + " in " + it.zone());
            case ServerDeployed it ->
                done("server.deploy", "server", it.serverId()).named(it.hostname());
            case ServerDeploymentFailed it ->
                done("server.deploy", "server", it.serverId()).failedBecause(it.reason());
            case ServerStarted it -> done("server.start", "server", it.serverId());
            case ServerStopped it -> done("server.stop", "server", it.serverId());
            case ServerDeleted it -> done("server.delete", "server", it.serverId());
            case ServerTagged it -> done("server.tag", "server", it.serverId()).with(it.tag());
            case ServerUntagged it ->
                done("server.untag", "server", it.serverId()).with(it.tag());
            case StorageCreated it -> done("storage.create", "storage", it.storageId());
            case StorageDeleted it -> done("storage.delete", "storage", it.storageId());
            case StorageAttached it ->
                done("storage.attach", "storage", it.storageId()).with("server " + it.serverId());
            case StorageDetached it ->
                done("storage.detach", "storage", it.storageId()).with("server " + it.serverId());
            case TagCreated it -> done("tag.create", "tag", it.tag());
            case TagRenamed it -> done("tag.rename", "tag", it.to()).with("was " + it.from());
            case TagDeleted it -> done("tag.delete", "tag", it.tag());
            case UnknownServerEvent it -> Deed.unknown(it.type());
        };
    }

    /** The box stays out of it. */
    static Deed of(CredentialEvent event) {
        return switch (event) {
            case PasswordGenerated it ->
                done("delivery.create", "delivery", it.deliveryId())
                        .named(it.hostname())
                        .with("by " + word(it.method()));
            case PasswordShown it ->
                done("delivery.show", "delivery", it.deliveryId()).named(it.hostname());
            case RootPasswordSet it ->
                done("server.modify", "server", it.serverId()).with("root password");
            case RootPasswordNotSet it ->
                done("server.modify", "server", it.serverId()).failedBecause("root password: " + it.reason());
            case UnknownCredentialEvent it -> Deed.unknown(it.type());
        };
    }

    static Deed of(DeliveryEvent event) {
        return switch (event) {
            case PasswordDelivered it ->
                done("delivery.send", "delivery", it.deliveryId()).with("by " + word(it.method()));
            case PasswordDeliveryFailed it ->
                done("delivery.send", "delivery", it.deliveryId()).failedBecause(it.reason());
            case PasswordBounced it ->
                done("delivery.bounce", "delivery", it.deliveryId()).failedBecause(it.reason());
            case UnknownDeliveryEvent it -> Deed.unknown(it.type());
        };
    }

    private static Deed signIn(UUID account, UUID user, String username) {
        return done("session.open", kindOf(account, user), user).named(username);
    }

    private static String kindOf(UUID account, UUID user) {
        return user.equals(account) ? "account" : "member";
    }

    private static String word(Enum<?> method) {
        return method.name().toLowerCase(Locale.ROOT);
    }
}
