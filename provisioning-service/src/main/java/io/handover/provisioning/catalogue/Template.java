package io.handover.provisioning.catalogue;

import java.util.UUID;

/**
 * A public template, from which a server's first disk is cloned.
 *
 * @param size GiB
 * @param templateType {@code cloud-init} or {@code native}
 * @param acceptsPassword whether root can get a password in it
 */
public record Template(UUID uuid, String title, int size, String templateType, boolean acceptsPassword) {}
