/** How far each service has come for an account, so that nobody acts on what is out of date. */
@NullMarked
package io.handover.kit.version;

import org.jspecify.annotations.NullMarked;
