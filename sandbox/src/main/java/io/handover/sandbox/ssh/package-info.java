/** The way in to a machine: an SSH server of its own, on an address of its own. */
@NullMarked
package io.handover.sandbox.ssh;

import org.jspecify.annotations.NullMarked;
