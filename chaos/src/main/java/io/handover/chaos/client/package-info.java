/** Customers: they change things through the gateways, and try doors that should be closed. */
@NullMarked
package io.handover.chaos.client;

import org.jspecify.annotations.NullMarked;
