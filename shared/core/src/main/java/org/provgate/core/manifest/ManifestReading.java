package org.provgate.core.manifest;

import java.util.List;
import java.util.Optional;
import org.provgate.core.claim.Place;

/// What came of reading a submission's manifest. A bad file is the contributor's to mend, so it is a value.
public sealed interface ManifestReading {

    /// @param faults in document order; the manifest holds everything that could be read all the same
    /// @param notices harmless, but other tools may read the file differently
    record Read(Manifest manifest, List<ManifestFault> faults, List<ManifestFault> notices) implements ManifestReading {
        public Read {
            faults = List.copyOf(faults);
            notices = List.copyOf(notices);
        }
    }

    /// The bytes are no document of the format at all.
    ///
    record Unreadable(String file, Recognition recognised, Place at, String message) implements ManifestReading {}

    /// Whether name or content announced a format before reading failed.
    sealed interface Recognition {
        record As(ManifestFormat format) implements Recognition {}

        record Unrecognised() implements Recognition {}
    }

    /// A document of a version this gate does not know.
    record UnsupportedVersion(String file, ManifestFormat format, Place at, String message)
            implements ManifestReading {}

    /// More than one native manifest: nobody should have to know which one counted.
    record Several(List<String> files) implements ManifestReading {
        public Several {
            files = List.copyOf(files);
        }
    }

    /// No file of the submission is a manifest.
    record Missing() implements ManifestReading {}

    /// The format, as soon as it was recognised, readable or not.
    default Optional<ManifestFormat> formatFound() {
        return switch (this) {
            case Read(Manifest manifest, List<ManifestFault> _, List<ManifestFault> _) ->
                Optional.of(manifest.format());
            case Unreadable(String _, Recognition.As(ManifestFormat format), Place _, String _) -> Optional.of(format);
            case UnsupportedVersion unsupported -> Optional.of(unsupported.format());
            case Several _ -> Optional.of(ManifestFormat.NATIVE);
            case Unreadable _, Missing _ -> Optional.empty();
        };
    }

    /// The file it was read from, where there is exactly one.
    default Optional<String> foundIn() {
        return switch (this) {
            case Read(Manifest manifest, List<ManifestFault> _, List<ManifestFault> _) -> Optional.of(manifest.file());
            case Unreadable unreadable -> Optional.of(unreadable.file());
            case UnsupportedVersion unsupported -> Optional.of(unsupported.file());
            case Several _, Missing _ -> Optional.empty();
        };
    }
}
