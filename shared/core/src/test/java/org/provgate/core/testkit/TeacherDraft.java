package org.provgate.core.testkit;

import java.util.List;
import org.provgate.core.claim.Field;
import org.provgate.core.claim.Place;
import org.provgate.core.manifest.AccessChannel;
import org.provgate.core.manifest.TeacherModel;
import org.provgate.core.manifest.TeacherModel.Authorization;
import org.provgate.core.manifest.TeacherModel.StatedTerms;
import org.provgate.core.manifest.Use;

/// A teacher of a manifest in the making. Empty texts stand for nothing said.
public final class TeacherDraft {

    private final String id;
    private final String model;
    private String provider = "";
    private List<Use> uses = List.of(Use.GENERATED);
    private String start = "2026-03-02";
    private String end = "2026-03-20";
    private Field<AccessChannel> channel = Field.stated(AccessChannel.PROVIDER_API, Fields.ROOT);
    private String accessProvider = "";
    private String viaSources = "";
    private String termsLicense = "";
    private String acceptedOn = "";
    private String[] copy = {};
    private Permission permission = new Permission();
    private boolean permitted;

    /// A provider's permission in the making.
    public static final class Permission {

        private String grantedBy = "Boreas";
        private String grantedTo = "Example AS";
        private String date = "2026-01-15";
        private String expires = "";
        private String document = "evidence/permission.pdf";
        private String digest = Digests.of("evidence/permission.pdf").hex();

        public static Permission granted() {
            return new Permission();
        }

        public Permission by(String name) {
            grantedBy = name;
            return this;
        }

        public Permission to(String name) {
            grantedTo = name;
            return this;
        }

        public Permission on(String day) {
            date = day;
            return this;
        }

        public Permission until(String day) {
            expires = day;
            return this;
        }

        public Permission document(String where, String sha256) {
            document = where;
            digest = sha256;
            return this;
        }
    }

    private TeacherDraft(String id, String model) {
        this.id = id;
        this.model = model;
    }

    public static TeacherDraft teacher(String id, String model) {
        return new TeacherDraft(id, model);
    }

    public TeacherDraft provider(String text) {
        provider = text;
        return this;
    }

    public TeacherDraft uses(Use... all) {
        uses = List.of(all);
        return this;
    }

    public TeacherDraft generated(String from, String until) {
        start = from;
        end = until;
        return this;
    }

    public TeacherDraft channel(AccessChannel door) {
        channel = Field.stated(door, Fields.ROOT);
        return this;
    }

    public TeacherDraft noChannel() {
        channel = Field.absent(Fields.ROOT);
        return this;
    }

    public TeacherDraft accessProvider(String text) {
        accessProvider = text;
        return this;
    }

    public TeacherDraft via(String sources) {
        viaSources = sources;
        return this;
    }

    public TeacherDraft termsLicense(String spdx) {
        termsLicense = spdx;
        return this;
    }

    public TeacherDraft acceptedOn(String day) {
        acceptedOn = day;
        return this;
    }

    /// @param where a path, or an address with a scheme
    public TeacherDraft termsCopy(String where, String sha256) {
        copy = new String[] {where, sha256};
        return this;
    }

    public TeacherDraft permission(Permission granted) {
        permission = granted;
        permitted = true;
        return this;
    }

    TeacherModel at(Place at) {
        return new TeacherModel(
                at,
                Fields.text(id, at.child("id")),
                Fields.text(provider, at.child("provider")),
                Fields.text(model, at.child("model")),
                Field.absent(at.child("revision")),
                Field.absent(at.child("uri")),
                uses.isEmpty() ? Field.absent(at.child("uses")) : Field.stated(uses, at.child("uses")),
                Field.absent(at.child("usesDescription")),
                Fields.period(start, end, at.child("generationPeriod")),
                channel.value()
                        .map(door -> Field.stated(door, at.child("accessChannel")))
                        .orElseGet(() -> Field.absent(at.child("accessChannel"))),
                Fields.text(accessProvider, at.child("accessProvider")),
                Fields.references(viaSources, at.child("viaSources")),
                terms(at.child("terms")),
                permitted
                        ? Field.stated(authorization(at.child("authorization")), at.child("authorization"))
                        : Field.absent(at.child("authorization")));
    }

    private StatedTerms terms(Place at) {
        return new StatedTerms.Accepted(
                at,
                Fields.text("Terms", at.child("name")),
                Field.absent(at.child("uri")),
                Fields.text("1", at.child("version")),
                Fields.day(acceptedOn, at.child("acceptedOn")),
                Fields.text(termsLicense, at.child("license")),
                copy.length == 0
                        ? Field.absent(at.child("copy"))
                        : Field.stated(Fields.document(copy[0], copy[1], at.child("copy")), at.child("copy")));
    }

    private Authorization authorization(Place at) {
        return new Authorization(
                at,
                Fields.text(permission.grantedBy, at.child("grantedBy")),
                Fields.text(permission.grantedTo, at.child("grantedTo")),
                Fields.day(permission.date, at.child("date")),
                Fields.day(permission.expires, at.child("expires")),
                Field.absent(at.child("scope")),
                permission.document.isEmpty()
                        ? Field.absent(at.child("document"))
                        : Field.stated(
                                Fields.document(permission.document, permission.digest, at.child("document")),
                                at.child("document")));
    }
}
