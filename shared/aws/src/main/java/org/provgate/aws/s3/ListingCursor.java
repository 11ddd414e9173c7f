package org.provgate.aws.s3;

/// Where a listing of versions goes on. A key may hold any character, so the version's length comes first.
record ListingCursor(String key, String version) {

    static ListingCursor parse(String text) {
        int colon = text.indexOf(':');
        int end = colon + 1 + Integer.parseInt(text, 0, colon, 10);
        return new ListingCursor(text.substring(end), text.substring(colon + 1, end));
    }

    @Override
    public String toString() {
        return version.length() + ":" + version + key;
    }
}
