package com.athento.deployment.statuspage.web;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.PublicState;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.register.Client;
import com.athento.deployment.statuspage.StatusEntry;
import com.athento.deployment.statuspage.StatusUpdate;
import com.athento.deployment.statuspage.StatusWords;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.io.WireFeedInput;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A client and a product of any name, in the feeds that programs read. */
class NastyFeedsTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final Instant START = Instant.parse("2027-01-15T21:00:00Z");
    private static final String PAGE = "https://deployments.athento.example/status/key";

    private static final List<StatusEntry> ENTRIES = List.of(new StatusEntry(List.of(new StatusUpdate(
            1,
            "INT-2027-0042-ACME-PRO",
            "ACME-PRO",
            PublicState.PLANNED,
            ChangeKind.VERSION_UPGRADE,
            "24.1.0",
            "24.2.0",
            START,
            null,
            30,
            START.minusSeconds(100_000),
            null,
            null))));

    @BeforeAll
    static void offline() {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
    }

    @ParameterizedTest
    @MethodSource("com.athento.deployment.intervention.NastyTexts#names")
    void atom(String written) throws Exception {
        var name = written.strip();

        var xml = new AtomFeed(name, PAGE, "", START, ENTRIES, words(name)).xml();

        var feed = (Feed) new WireFeedInput().build(new StringReader(xml));
        assertThat(feed.getTitle()).isEqualTo(name);
        assertThat(feed.getAuthors().get(0).getName()).isEqualTo(name);
        assertThat(feed.getEntries()).hasSize(1);
        assertThat(feed.getEntries().get(0).getTitle()).contains(name);
    }

    @ParameterizedTest
    @MethodSource("com.athento.deployment.intervention.NastyTexts#names")
    void calendar(String written) throws Exception {
        var name = written.strip();

        var text = new CalendarFeed(name, PAGE, "ask@athento.example", START, ENTRIES, words(name)).text();

        var calendar = Biweekly.parse(text).first();
        var event = calendar.getEvents().get(0);
        assertThat(calendar.getNames().get(0).getValue()).isEqualTo(name);
        assertThat(event.getSummary().getValue()).contains(name);
        assertThat(event.getOrganizer().getCommonName()).isEqualTo(name);
        assertThat(event.getOrganizer().getEmail()).isEqualTo("ask@athento.example");
        assertThat(text.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        var other = new CalendarBuilder().build(new StringReader(text));
        assertThat(other.validate().getEntries()).isEmpty();
        assertThat(other.<Property>getProperty("NAME").orElseThrow().getValue()).isEqualTo(name);
        assertThat(text.replace("\r\n ", "").lines().filter(line -> line.startsWith("X-WR-CALNAME:")))
                .as("what programs read that know no RFC 7986, as text (RFC 5545, 3.3.11)")
                .extracting(line -> line.substring("X-WR-CALNAME:".length()))
                .extracting(value -> value.replaceAll("\\\\([\\\\;,])", "$1"))
                .containsExactly(name);
    }

    @ParameterizedTest
    @MethodSource("com.athento.deployment.intervention.NastyTexts#names")
    void json(String written) throws Exception {
        var name = written.strip();
        var client =
                new Client("ACME", name, Locale.ENGLISH, MADRID, Optional.empty(), Optional.empty(), Optional.empty());
        var json = new ObjectMapper().registerModule(new JavaTimeModule());

        var bytes = json.writeValueAsBytes(StatusJson.of(client, ENTRIES, words(name)));

        assertThat(json.readTree(bytes).at("/client").asText()).isEqualTo(name);
        assertThat(json.readTree(bytes).at("/interventions/0/what").asText()).contains(name);
    }

    private static StatusWords words(String product) {
        return new StatusWords(new Words(Language.EN), product, MADRID);
    }
}
