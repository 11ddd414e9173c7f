package org.provgate.aws.client;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Makes clients that start quickly: one HTTP client, no search for a region or for credentials in files.
///
/// @param endpoint of an emulator; empty for AWS itself
public record AwsClients(Region region, AwsCredentialsProvider credentials, Optional<URI> endpoint) {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

    /// Between two bytes of an answer. Copies inside S3 answer late, but keep the line busy.
    private static final Duration SILENCE = Duration.ofSeconds(60);

    /// A table that throttles is asked again for about twenty seconds.
    private static final int ATTEMPTS = 8;

    public S3Client s3() {
        var builder = S3Client.builder()
                .region(region)
                .credentialsProvider(credentials)
                .overrideConfiguration(configuration())
                .forcePathStyle(endpoint.isPresent())
                .httpClient(http());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    public DynamoDbClient dynamo() {
        var builder = DynamoDbClient.builder()
                .region(region)
                .credentialsProvider(credentials)
                .overrideConfiguration(configuration())
                .httpClient(http());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    public DynamoDbStreamsClient streams() {
        var builder = DynamoDbStreamsClient.builder()
                .region(region)
                .credentialsProvider(credentials)
                .overrideConfiguration(configuration())
                .httpClient(http());
        endpoint.ifPresent(builder::endpointOverride);
        return builder.build();
    }

    public SdkHttpClient http() {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_WITHIN)
                .socketTimeout(SILENCE)
                .build();
    }

    private static ClientOverrideConfiguration configuration() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(ATTEMPTS)
                        .build())
                .build();
    }
}
