package org.provgate.cli.remote;

import java.util.ArrayList;
import java.util.List;
import org.provgate.cli.remote.GateClient.Reply;
import org.provgate.formats.http.CaseText;

/// Lists that come in pages.
public final class Pages {

    private Pages() {}

    /// All pages as one answer.
    ///
    /// @param query without the cursor, each parameter ending in `&`
    public static Reply all(GateClient client, String path, String query) {
        List<CaseText> pages = new ArrayList<>();
        String cursor = "";
        do {
            String asked = path + "?" + query + (cursor.isEmpty() ? "" : "cursor=" + GateClient.encoded(cursor));
            switch (client.get(asked)) {
                case Reply.Refused refused -> {
                    return refused;
                }
                case Reply.Done(String body) -> {
                    CaseText page = CaseText.read(body);
                    pages.add(page);
                    cursor = page.get("next");
                }
            }
        } while (!cursor.isEmpty());
        return new Reply.Done(CaseText.joined(pages));
    }
}
