/** The part of a service's OpenAPI document that is the same for all of them. */
@NullMarked
package io.handover.kit.openapi;

import org.jspecify.annotations.NullMarked;
