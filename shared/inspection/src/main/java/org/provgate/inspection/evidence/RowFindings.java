package org.provgate.inspection.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.provgate.inspection.fingerprint.Sign;
import org.provgate.inspection.text.Speech.Turn;

/// What one row holds, before it is judged as a whole.
final class RowFindings {

    final List<Phrase> found = new ArrayList<>();
    final List<Model> models = new ArrayList<>();
    final List<Id> ids = new ArrayList<>();
    final List<Field> fields = new ArrayList<>();
    final List<Beside> beside = new ArrayList<>();
    final List<Shape> shapes = new ArrayList<>();
    final List<TeacherColumn> teachers = new ArrayList<>();
    boolean ranking;
    boolean answer;
    boolean text;

    /// @param provider empty where the name is not known
    record Model(Frame frame, Optional<String> provider, String name, boolean documented, long line) {}

    record Id(Frame frame, Sign.IdForm form, String value, boolean documented, long line) {}

    record Field(Frame frame, Sign.Field sign, boolean documented, long line, String key, String value) {}

    record Shape(Frame frame, Sign.Shape sign, String key, boolean documented, long line) {}

    /// An id and a model in one object that looks like a response.
    record Beside(Id id, Model model) {}

    record TeacherColumn(String provider, String column, long line) {}

    static final class Phrase {
        final PhraseReader.Found found;
        final long line;
        final boolean documented;
        Turn turn = Turn.UNKNOWN;
        boolean settled;

        Phrase(PhraseReader.Found found, long line, boolean documented) {
            this.found = found;
            this.line = line;
            this.documented = documented;
        }
    }

    record Mark(int found, int models, int ids, int fields, int beside, int shapes, int teachers) {}

    Mark mark() {
        return new Mark(
                found.size(), models.size(), ids.size(), fields.size(), beside.size(), shapes.size(), teachers.size());
    }

    void backTo(Mark mark) {
        cut(found, mark.found());
        cut(models, mark.models());
        cut(ids, mark.ids());
        cut(fields, mark.fields());
        cut(beside, mark.beside());
        cut(shapes, mark.shapes());
        cut(teachers, mark.teachers());
    }

    private static void cut(List<?> list, int size) {
        list.subList(Math.min(size, list.size()), list.size()).clear();
    }

    void clear() {
        found.clear();
        models.clear();
        ids.clear();
        fields.clear();
        beside.clear();
        shapes.clear();
        teachers.clear();
        ranking = false;
        answer = false;
        text = false;
    }
}
