package org.provgate.aws.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.regions.Region;

/// Single calls of a service, signed. They need no client of their own, which would be the heaviest part of a function.
///
/// @param service as signatures name it
public record SignedCalls(
        SdkHttpClient http, AwsCredentialsProvider credentials, Region region, URI endpoint, String service) {

    private static final int OK = 200;

    /// The endpoint of AWS itself.
    public static URI endpointIn(Region region, String service) {
        String domain = region.metadata().partition().dnsSuffix();
        return URI.create("https://" + service + "." + region.id() + "." + domain);
    }

    /// @param target the operation
    /// @param form of the JSON protocol, `1.0` or `1.1`
    /// @return the answer's text
    public String call(String target, String form, byte[] body) throws IOException {
        ContentStreamProvider payload = () -> new ByteArrayInputStream(body);
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .encodedPath("/")
                .putHeader("Content-Type", "application/x-amz-json-" + form)
                .putHeader("X-Amz-Target", target)
                .putHeader("Content-Length", Integer.toString(body.length))
                .build();
        SignedRequest signed = AwsV4HttpSigner.create()
                .sign(sign -> sign.identity(credentials.resolveCredentials())
                        .request(request)
                        .payload(payload)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
        HttpExecuteResponse answer = http.prepareRequest(HttpExecuteRequest.builder()
                        .request(signed.request())
                        .contentStreamProvider(payload)
                        .build())
                .call();
        int status = answer.httpResponse().statusCode();
        String text = text(answer);
        if (status != OK) {
            throw new IOException(target + " was answered with " + status);
        }
        return text;
    }

    private static String text(HttpExecuteResponse answer) throws IOException {
        if (answer.responseBody().isEmpty()) {
            return "";
        }
        try (InputStream body = answer.responseBody().get()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
