package org.provgate.inspection.evidence;

import java.util.ArrayList;
import java.util.List;
import org.provgate.inspection.fingerprint.Sign;
import org.provgate.inspection.text.Speech.Turn;

/// One object or list of a row while it is read.
final class Frame {

    /// A shape that the object has if its other keys are right.
    record Shaped(Sign.Shape shape, String key, long line) {}

    final KeyMeaning key;
    final boolean list;
    final Turn turn;
    final boolean documentation;
    final boolean notWriter;
    final int firstFound;
    final int firstModel;
    final int firstId;
    final int firstField;
    final List<String> keys = new ArrayList<>();
    final List<Shaped> shapes = new ArrayList<>(0);
    Turn role = Turn.UNKNOWN;

    /// What the values of an attribute stand under, and the list of attributes they belong to.
    KeyMeaning attribute = KeyMeaning.NONE;

    Frame attributes = this;
    boolean wire;

    Frame(Frame above, KeyMeaning key, boolean list, int firstFound, int firstModel, int firstId, int firstField) {
        this.key = key;
        this.list = list;
        this.turn = key.turn() == Turn.UNKNOWN ? above.turn : key.turn();
        this.documentation = above.documentation || key.documentation();
        this.notWriter = above.notWriter || key.notWriter();
        this.firstFound = firstFound;
        this.firstModel = firstModel;
        this.firstId = firstId;
        this.firstField = firstField;
        if (above.named(key)) {
            this.attribute = key;
            this.attributes = above.attributes;
        }
    }

    /// Whether the key is not its own but the one that a member beside it names.
    boolean named(KeyMeaning any) {
        return !attribute.key().isEmpty() && any.key().equals(attribute.key());
    }

    /// Where a member with that key is read as if it stood there: `[{"key": "a", "value": 1}]` is `{"a": 1}`.
    Frame holding(KeyMeaning any) {
        return named(any) ? attributes : this;
    }

    /// What lies round a row.
    Frame(KeyMeaning key) {
        this.key = key;
        this.list = true;
        this.turn = key.turn();
        this.documentation = key.documentation();
        this.notWriter = key.notWriter();
        this.firstFound = 0;
        this.firstModel = 0;
        this.firstId = 0;
        this.firstField = 0;
    }
}
