package com.athento.deployment.statuspage.web;

import com.athento.deployment.statuspage.StatusEntry;
import com.athento.deployment.statuspage.StatusUpdate;
import com.athento.deployment.statuspage.StatusWords;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.springframework.web.util.HtmlUtils;

/**
 * The page as an Atom feed (RFC 4287): one entry for each intervention, which keeps its id and is updated as the
 * intervention goes on.
 *
 * @param title of the feed
 * @param page the address of the page; the feed stands below it
 * @param query what asks for the reader's language; empty where nobody asked
 * @param since when the page began: the date of a feed in which nothing has happened yet
 * @param entries the one with the newest update first
 */
record AtomFeed(String title, String page, String query, Instant since, List<StatusEntry> entries, StatusWords words) {

    String xml() {
        var feed = new Feed("atom_1.0");
        feed.setId(id("status " + page.substring(page.lastIndexOf('/') + 1)));
        feed.setTitle(title);
        feed.setUpdated(
                Date.from(entries.isEmpty() ? since : entries.get(0).latest().at()));
        feed.setAuthors(List.<SyndPerson>of(author()));
        feed.setAlternateLinks(List.of(link("alternate", page + query, "text/html")));
        feed.setOtherLinks(List.of(link("self", page + "/atom.xml" + query, "application/atom+xml")));
        feed.setEntries(entries.stream().map(this::entry).toList());
        return written(feed);
    }

    private String written(Feed feed) {
        try {
            var document = new WireFeedOutput().outputJDom(feed);
            document.getRootElement()
                    .setAttribute("lang", words.words().language().code(), Namespace.XML_NAMESPACE);
            return new XMLOutputter(Format.getPrettyFormat()).outputString(document);
        } catch (FeedException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private Entry entry(StatusEntry intervention) {
        var latest = intervention.latest();
        var entry = new Entry();
        entry.setId(id(latest.key()));
        entry.setTitle("%s: %s".formatted(words.what(latest), words.state(latest)));
        entry.setPublished(Date.from(intervention.first().at()));
        entry.setUpdated(Date.from(latest.at()));
        entry.setAlternateLinks(List.of(link("alternate", page + query + "#" + latest.key(), "text/html")));
        var content = new Content();
        content.setType("html");
        content.setValue(history(intervention.updates()));
        entry.setContents(List.of(content));
        return entry;
    }

    /** The newest first. */
    private String history(List<StatusUpdate> updates) {
        var lines = new ArrayList<>(updates);
        Collections.reverse(lines);
        return lines.stream()
                .map(update -> "<p>%s – %s</p>"
                        .formatted(
                                HtmlUtils.htmlEscape(words.moments().full(update.at())),
                                HtmlUtils.htmlEscape(words.sentence(update))))
                .collect(Collectors.joining());
    }

    private Person author() {
        var author = new Person();
        author.setName(words.product());
        return author;
    }

    private static Link link(String relation, String address, String type) {
        var link = new Link();
        link.setRel(relation);
        link.setHref(address);
        link.setType(type);
        return link;
    }

    /** The same for ever, wherever the page moves. */
    private static String id(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
