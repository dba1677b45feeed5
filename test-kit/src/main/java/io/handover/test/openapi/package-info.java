/** The contract of a service's HTTP API, as it is checked in. */
@NullMarked
package io.handover.test.openapi;

import org.jspecify.annotations.NullMarked;
