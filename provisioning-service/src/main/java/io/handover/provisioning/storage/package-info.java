/** Disks: made, cloned from templates, attached to servers and deleted. */
@NullMarked
package io.handover.provisioning.storage;

import org.jspecify.annotations.NullMarked;
