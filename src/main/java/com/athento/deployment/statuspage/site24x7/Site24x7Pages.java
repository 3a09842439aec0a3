package com.athento.deployment.statuspage.site24x7;

import com.athento.deployment.statuspage.ClientsPage;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Scheduled maintenances of Site24x7 (its REST API, resource {@code /maintenance}). */
@Component
class Site24x7Pages implements ClientsPage {

    private static final int ONCE = 3;
    private static final int MONITORS = 2;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Site24x7Properties settings;
    /** Made for the first client that is shown there: most installations have none, and it takes time at the start. */
    private final Supplier<Calls> calls;

    Site24x7Pages(Site24x7Properties settings) {
        this.settings = settings;
        this.calls = SingletonSupplier.of(() -> new Calls(settings));
    }

    @Override
    public boolean of(String clientCode) {
        return settings.monitors().containsKey(clientCode);
    }

    @Override
    public String show(Optional<String> id, Entry entry) {
        return id.filter(known -> isChanged(known, entry)).orElseGet(() -> create(entry));
    }

    private boolean isChanged(String id, Entry entry) {
        return calls.get()
                .send(HttpMethod.PUT, "/maintenance/" + id, body(entry))
                .isPresent();
    }

    private String create(Entry entry) {
        return calls.get()
                .send(HttpMethod.POST, "/maintenance", body(entry))
                .map(data -> data.path("maintenance_id").asText())
                .filter(created -> !created.isEmpty())
                .orElseThrow(() -> Calls.trouble("the answer names no maintenance", null));
    }

    @Override
    public void takeBack(String id) {
        calls.get().send(HttpMethod.DELETE, "/maintenance/" + id, null);
    }

    private Map<String, Object> body(Entry entry) {
        return Map.ofEntries(
                Map.entry("display_name", entry.name()),
                Map.entry("description", entry.description()),
                Map.entry("maintenance_type", ONCE),
                Map.entry("start_date", at(entry.start(), entry.zone(), DAY)),
                Map.entry("end_date", at(entry.end(), entry.zone(), DAY)),
                Map.entry("start_time", at(entry.start(), entry.zone(), TIME)),
                Map.entry("end_time", at(entry.end(), entry.zone(), TIME)),
                Map.entry("timezone", entry.zone().getId()),
                Map.entry("selection_type", MONITORS),
                Map.entry("monitors", settings.monitors().getOrDefault(entry.clientCode(), List.of())),
                Map.entry("perform_monitoring", true));
    }

    private static String at(Instant moment, ZoneId zone, DateTimeFormatter format) {
        return format.format(moment.atZone(zone));
    }
}
