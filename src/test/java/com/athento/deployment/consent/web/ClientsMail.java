package com.athento.deployment.consent.web;

import com.athento.deployment.process.Lifecycle.Intervention;
import com.athento.deployment.security.Visit;
import com.athento.deployment.security.Visit.Answer;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.regex.Pattern;

/** What a client finds in its mailbox. */
public final class ClientsMail {

    private static final Pattern LINK = Pattern.compile("/consent/[A-Za-z0-9_-]{43}");

    private ClientsMail() {}

    /** The paths of the contact's links to the consent page, oldest first. */
    static List<String> links(Intervention intervention, int port) {
        return links(intervention, "ana@acme.example", port);
    }

    /** Those of one of the client's people. */
    static List<String> links(Intervention intervention, String address, int port) {
        var mails = Visit.by("admin", port)
                .get("/demo/api/mails?intervention=" + intervention.key())
                .isFine()
                .body();
        return JsonPath.<List<String>>read(mails, "$[?('%s' in @.to)].text".formatted(address)).stream()
                .flatMap(text -> LINK.matcher(text).results())
                .map(found -> found.group())
                .toList();
    }

    public static String newestLink(Intervention intervention, int port) {
        var links = links(intervention, port);
        return links.get(links.size() - 1);
    }

    /** The times that the page behind a link offers, as its form sends them. */
    public static List<String> offered(Answer page) {
        return Pattern.compile("name=\"window\" value=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(time -> time.group(1))
                .toList();
    }
}
