/** What happens to a machine after the answer was given: it is made, stopped, removed. */
@NullMarked
package io.handover.provisioning.deployment;

import org.jspecify.annotations.NullMarked;
