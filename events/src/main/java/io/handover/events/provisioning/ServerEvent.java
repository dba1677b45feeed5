package io.handover.events.provisioning;

import io.handover.events.Event;

/** What happens to servers, storages and tags. */
public sealed interface ServerEvent extends Event
        permits ServerRequested,
                ServerDeployed,
                ServerDeploymentFailed,
                ServerStarted,
                ServerStopped,
                ServerDeleted,
                StorageCreated,
                StorageDeleted,
                StorageAttached,
                StorageDetached,
                TagCreated,
                TagRenamed,
                TagDeleted,
                ServerTagged,
                ServerUntagged,
                UnknownServerEvent {}
