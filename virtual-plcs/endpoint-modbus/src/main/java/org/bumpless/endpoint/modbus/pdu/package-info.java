/**
 * The numbers and names of the Modbus standard that server and client have in common; no behaviour.
 */
@NullMarked
package org.bumpless.endpoint.modbus.pdu;

import org.jspecify.annotations.NullMarked;
