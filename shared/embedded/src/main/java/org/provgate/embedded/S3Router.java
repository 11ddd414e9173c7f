package org.provgate.embedded;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.robothy.netty.http.HttpRequest;
import com.robothy.netty.http.HttpRequestHandler;
import com.robothy.netty.router.ExceptionHandler;
import com.robothy.netty.router.Route;
import com.robothy.netty.router.Router;
import com.robothy.s3.core.service.BucketService;
import com.robothy.s3.core.service.ObjectService;
import com.robothy.s3.core.service.manager.vectors.LocalS3VectorsManager;
import com.robothy.s3.core.service.s3vectors.S3VectorsService;
import com.robothy.s3.rest.handler.LocalS3RouterFactory;
import com.robothy.s3.rest.service.DefaultServiceFactory;
import com.robothy.s3.rest.service.ServiceFactory;
import javax.xml.stream.XMLInputFactory;

/// The library's routes, with [S3Requests] before each of them.
record S3Router(Router routes, S3Requests requests) implements Router {

    /// Stands in a listing where XML cannot hold the character. Clients that need the key ask for it URL-encoded.
    static final char UNWRITABLE = '\uFFFD';

    static Router over(Stores stores) {
        return new S3Router(LocalS3RouterFactory.create(services(stores)), new S3Requests(stores.objects()));
    }

    private static ServiceFactory services(Stores stores) {
        ServiceFactory services = new DefaultServiceFactory();
        services.register(BucketService.class, stores::buckets);
        services.register(ObjectService.class, stores::objects);
        XmlMapper xml = xml();
        services.register(XmlMapper.class, () -> xml);
        // The router asks for these two, for an interface that the gate never uses.
        ObjectMapper json = new ObjectMapper();
        services.register(ObjectMapper.class, () -> json);
        S3VectorsService vectors = LocalS3VectorsManager.createInMemory().s3VectorsService();
        services.register(S3VectorsService.class, () -> vectors);
        return services;
    }

    private static XmlMapper xml() {
        WstxInputFactory in = new WstxInputFactory();
        in.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        in.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        in.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        WstxOutputFactory out = new WstxOutputFactory();
        out.setProperty(
                WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER,
                new InvalidCharHandler.ReplacingHandler(UNWRITABLE));
        XmlMapper xml = new XmlMapper(new XmlFactory(in, out));
        xml.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
        xml.registerModule(new Jdk8Module()).registerModule(new JavaTimeModule());
        return xml;
    }

    @Override
    public HttpRequestHandler match(HttpRequest request) {
        HttpRequestHandler usual = routes.match(request);
        return (asked, answer) -> requests.handle(asked, answer, usual);
    }

    @Override
    public Router route(Route route) {
        routes.route(route);
        return this;
    }

    @Override
    public Router notFound(HttpRequestHandler handler) {
        routes.notFound(handler);
        return this;
    }

    @Override
    public Router staticResource(String path) {
        routes.staticResource(path);
        return this;
    }

    @Override
    public <T extends Throwable> Router exceptionHandler(Class<T> type, ExceptionHandler<T> handler) {
        routes.exceptionHandler(type, handler);
        return this;
    }

    @Override
    public ExceptionHandler<Throwable> findExceptionHandler(Class<? extends Throwable> type) {
        return routes.findExceptionHandler(type);
    }
}
