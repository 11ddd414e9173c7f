package org.provgate.proof.fuzz;

/// Takes any bytes. What it throws is a fault of ours.
@FunctionalInterface
interface Reader {
    void read(byte[] input);
}
