/** The hand-over of root passwords as this service knows it: which are on their way, and how the others ended. */
@NullMarked
package io.handover.provisioning.delivery;

import org.jspecify.annotations.NullMarked;
