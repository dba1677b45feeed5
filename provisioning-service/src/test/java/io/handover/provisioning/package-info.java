/** What the tests of provisioning-service's features share. */
@NullMarked
package io.handover.provisioning;

import org.jspecify.annotations.NullMarked;
