/** Where mail and text messages arrive when there is nobody to send them to: in memory, to be looked at. */
@NullMarked
package io.handover.quickstart.inbox;

import org.jspecify.annotations.NullMarked;
