/** Lets the JVMs of a checkout learn once what they would learn again at each start. */
@NullMarked
package io.handover.quickstart.training;

import org.jspecify.annotations.NullMarked;
