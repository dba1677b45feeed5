/** The configuration reference, made from the configuration mappings of the sources. */
@NullMarked
package io.handover.system.configuration;

import org.jspecify.annotations.NullMarked;
