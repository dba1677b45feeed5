package io.handover.permission.grant;

import io.handover.permission.target.Target;
import java.time.Instant;
import java.util.UUID;

/**
 * What a permission says, without whom it is for.
 *
 * @param storage also the storages attached to the target
 */
public record Grant(Target target, boolean storage, UUID grantedBy, Instant grantedAt) {}
