/** What makes a server real: a driver for the machines, and the question whether one can be logged in to. */
@NullMarked
package io.handover.provisioning.compute;

import org.jspecify.annotations.NullMarked;
