package org.provgate.functions.api;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Every address of the interface, as the OpenAPI document writes it.
enum Route {
    LIST("GET", "/submissions"),
    UPLOAD("POST", "/submissions"),
    READ("GET", "/submissions/{contributor}/{dataset}/{revision}"),
    REPORT("GET", "/submissions/{contributor}/{dataset}/{revision}/report"),
    HISTORY("GET", "/submissions/{contributor}/{dataset}/{revision}/history"),
    TEXT("GET", "/submissions/{contributor}/{dataset}/{revision}/text"),
    RELEASE("POST", "/submissions/{contributor}/{dataset}/{revision}/release"),
    REJECT("POST", "/submissions/{contributor}/{dataset}/{revision}/reject"),
    WAIVE("POST", "/submissions/{contributor}/{dataset}/{revision}/waivers"),
    APPEAL("POST", "/submissions/{contributor}/{dataset}/{revision}/appeal"),
    CONFIRM("POST", "/submissions/{contributor}/{dataset}/{revision}/confirm"),
    DECLINE("POST", "/submissions/{contributor}/{dataset}/{revision}/decline"),
    RECHECK("POST", "/submissions/{contributor}/{dataset}/{revision}/recheck"),
    PREVIEW("POST", "/policy/preview"),
    TEACHER("GET", "/teachers/{model}"),
    LINEAGE("GET", "/lineage/{contributor}/{dataset}/{revision}"),
    RESCAN("POST", "/rescans"),
    RESCAN_ESTIMATE("GET", "/rescans/estimate"),
    RESCAN_READ("GET", "/rescans/{run}"),
    RESCAN_STEER("POST", "/rescans/{run}/{word}"),
    FACTS("GET", "/facts"),
    COVERAGE("GET", "/coverage"),
    PUBLISH("PUT", "/policy"),
    RULES("GET", "/rules"),
    OVERVIEW("GET", "/overview"),
    POLICY("GET", "/policy"),
    CALLER("GET", "/caller"),
    OPENAPI("GET", "/openapi.json");

    private final String method;
    private final String template;

    Route(String method, String template) {
        this.method = method;
        this.template = template;
    }

    String method() {
        return method;
    }

    String template() {
        return template;
    }

    /// Routes whose address this is, whatever the method.
    static List<Route> at(List<String> path) {
        return Arrays.stream(values()).filter(route -> route.fits(path)).toList();
    }

    /// What stands in the path in place of the template's names.
    List<String> values(List<String> path) {
        // A model's name may have slashes of its own.
        if (this == TEACHER) {
            return List.of(String.join("/", path.subList(1, path.size())));
        }
        List<String> segments = segments();
        return Stream.iterate(0, i -> i < segments.size(), i -> i + 1)
                .filter(i -> segments.get(i).startsWith("{"))
                .map(path::get)
                .toList();
    }

    private boolean fits(List<String> path) {
        if (this == TEACHER) {
            return path.size() > 1 && path.getFirst().equals("teachers");
        }
        List<String> segments = segments();
        if (path.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!segments.get(i).startsWith("{") && !segments.get(i).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private List<String> segments() {
        return List.of(template.substring(1).split("/", -1));
    }
}
