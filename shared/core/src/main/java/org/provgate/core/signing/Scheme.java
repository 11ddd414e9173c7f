package org.provgate.core.signing;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.Optional;

/// Kinds of keys that are taken.
public enum Scheme {
    ED25519("Ed25519", "Ed25519"),
    ECDSA_P256("EC", "SHA256withECDSA");

    private final String keys;
    private final String signatures;

    Scheme(String keys, String signatures) {
        this.keys = keys;
        this.signatures = signatures;
    }

    /// As key factories name it.
    String keys() {
        return keys;
    }

    /// As signature engines name it.
    String signatures() {
        return signatures;
    }

    boolean fits(Key key) {
        return switch (this) {
            case ED25519 ->
                key instanceof EdECKey edwards && edwards.getParams().getName().equals("Ed25519");
            case ECDSA_P256 ->
                key instanceof ECKey curve
                        && p256().filter(it -> same(it, curve.getParams())).isPresent();
        };
    }

    private static boolean same(ECParameterSpec one, ECParameterSpec other) {
        return one.getCurve().equals(other.getCurve())
                && one.getGenerator().equals(other.getGenerator())
                && one.getOrder().equals(other.getOrder());
    }

    private static Optional<ECParameterSpec> p256() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return Optional.of(parameters.getParameterSpec(ECParameterSpec.class));
        } catch (GeneralSecurityException withoutCurves) {
            return Optional.empty();
        }
    }
}
