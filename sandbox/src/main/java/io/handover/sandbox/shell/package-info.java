/** What a machine answers to whoever is logged in: a handful of harmless commands, nothing of the host. */
@NullMarked
package io.handover.sandbox.shell;

import org.jspecify.annotations.NullMarked;
