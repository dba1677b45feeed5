/** Access tokens as identity-service would sign them. */
@NullMarked
package io.handover.test.caller;

import org.jspecify.annotations.NullMarked;
