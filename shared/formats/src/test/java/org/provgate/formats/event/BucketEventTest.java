package org.provgate.formats.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketEventTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ada/tides/r1/a+b.txt | ada/tides/r1/a b.txt",
                "ada/tides/r1/a%2Bb.txt | ada/tides/r1/a+b.txt",
                "ada/tides/r1/100%2525.txt | ada/tides/r1/100%25.txt",
                "ada/tides/r1/%F0%9F%A6%89 | ada/tides/r1/\uD83E\uDD89"
            })
    void aKeyIsDecodedOnce(String written, String key) {
        assertThat(BucketEvent.readAll(notification(written)))
                .containsExactly(new BucketEvent("ObjectCreated:Put", "bucket", key, "", ""));
    }

    @Test
    void aKeyThatS3WouldNotWriteIsRefused() {
        assertThatThrownBy(() -> BucketEvent.readAll(notification("100%.txt")))
                .isInstanceOf(UnreadableEventException.class);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> BucketEvent.readAll("{\"Records\": [{\"eventName\": \"ObjectCreated:Put\"}]}"))
                .hasMessage("the event has no s3.bucket.name");
    }

    private static String notification(String key) {
        return """
                {"Records": [{"eventName": "ObjectCreated:Put",
                  "s3": {"bucket": {"name": "bucket"}, "object": {"key": "%s"}}}]}""".formatted(key);
    }
}
