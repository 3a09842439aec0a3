package com.athento.deployment.mail;

import static com.athento.deployment.process.Variables.*;

import com.athento.deployment.intervention.IncidentResolution;
import com.athento.deployment.intervention.Version;
import com.athento.deployment.record.Fix;
import com.athento.deployment.record.Hotfix;
import com.athento.deployment.register.Instance;
import com.athento.deployment.register.Patch;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** What stands in the official end. */
class Closing extends FactsAbout {

    private final Happened happened;
    private final Supplier<List<Patch>> onInstance = SingletonSupplier.of(this::lookUpPatches);

    Closing(Telling telling, Happened happened) {
        super(telling);
        this.happened = happened;
    }

    /** The official end, in the words of whoever closed it. */
    public String text() {
        return get(CLOSING_TEXT);
    }

    /** The incidents that go on under a ticket, except those whose ticket the closing text names. */
    public List<Incident> openTickets() {
        return incidents().stream()
                .filter(incident -> incident.ticket() != null)
                .filter(incident -> !text().contains(incident.ticket()))
                .toList();
    }

    /** Whether the closing text itself says why release notes may differ from the instance. */
    public boolean isDifferenceExplained() {
        return text().contains(words.of("release-notes.paragraph"));
    }

    public List<Incident> incidents() {
        return situation.incidents().stream()
                .map(incident -> new Incident(
                        incident.title(),
                        words.code("severity", incident.severity()),
                        resolution(incident.resolution()),
                        incident.ticketNumber()))
                .toList();
    }

    public record Incident(String title, String severity, String resolution, String ticket) {}

    /** A rollback that was asked for may have left the new state in use. */
    private String resolution(IncidentResolution resolution) {
        if (resolution == null) {
            return words.of("resolution.open");
        }
        return resolution == IncidentResolution.ROLL_BACK && !happened.isRolledBack()
                ? words.of("resolution.rollback-failed")
                : words.code("resolution", resolution);
    }

    public List<Hotfix> hotfixes() {
        return situation.hotfixes();
    }

    /**
     * The fixes that are on the instance and that the version which will run does not bring along, older ones included,
     * except those of which the plan says what becomes.
     */
    public List<Patch> fixes() {
        var answered = situation.fixes().stream().map(Fix::reference).toList();
        return onInstance.get().stream()
                .filter(patch -> !answered.contains(patch.reference()))
                .toList();
    }

    private List<Patch> lookUpPatches() {
        return find(TARGET_VERSION)
                .flatMap(Version::parse)
                .or(() -> situation.instance().map(Instance::version))
                .map(version -> sources.register().patchesOnTopOf(version, the(INSTANCE_CODE)))
                .orElse(List.of());
    }
}
