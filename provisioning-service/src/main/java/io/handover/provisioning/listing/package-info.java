/** What lists of servers and storages have in common: parameters, order, pages, and what a member may see. */
@NullMarked
package io.handover.provisioning.listing;

import org.jspecify.annotations.NullMarked;
