/** How lists and checks behave while an account grows; run by {@code ./handover bench}, not with the tests. */
@NullMarked
package io.handover.provisioning.bench;

import org.jspecify.annotations.NullMarked;
