package io.handover.provisioning.catalogue;

/**
 * What something costs in an hour.
 *
 * @param amount of how many, in the unit of the thing
 * @param price cents
 */
record Price(int amount, double price) {}
