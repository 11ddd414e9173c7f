package org.provgate.core.signing;

/// Signs with a key that only it holds: of a file, or of a key service.
public interface Signer {

    byte[] sign(byte[] message);

    /// Names the key to whoever checks; empty when it has no name.
    String keyId();
}
