/** API tokens: made once, shown once, acting for whom they were made. */
@NullMarked
package io.handover.identity.token;

import org.jspecify.annotations.NullMarked;
