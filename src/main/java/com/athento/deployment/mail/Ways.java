package com.athento.deployment.mail;

import com.athento.deployment.intervention.Team;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/** Whom to ask, and where to read more. */
class Ways extends FactsAbout {

    private final Supplier<String> link = SingletonSupplier.of(this::lookUpLink);

    Ways(Telling telling) {
        super(telling);
    }

    /** Whether it leaves for the client; the rest is for colleagues. */
    public boolean isForClient() {
        return mailing.recipients().atClient();
    }

    /** Whether anybody at the client had been told of it by a mail. */
    public boolean isClientInformed() {
        return situation.told().stream()
                .anyMatch(told -> told.mailing().recipients().atClient());
    }

    /** Where a reply goes. */
    public String askAddress() {
        return sources.mails().of(team()).getAddress();
    }

    /** Who answers a reply, in words. */
    public String askTeam() {
        return words.code("team", team());
    }

    private Team team() {
        return situation.answering(mailing.recipients());
    }

    /** Where the client sees planned interventions: on a page of its own, or on ours. */
    public String statusPage() {
        return situation
                .client()
                .statusPage()
                .filter(Ways::isLink)
                .orElseGet(() -> sources.mails().baseUrl() + "/status/" + situation.statusKey());
    }

    /** Where a colleague goes on: the team's open task of this intervention, or its page. */
    public String link() {
        return link.get();
    }

    private String lookUpLink() {
        var base = sources.mails().baseUrl();
        return mailing.recipients()
                .team()
                .flatMap(team -> sources.openTask(situation.processInstanceId(), team))
                .map(task -> base + "/go/task/" + task)
                .orElseGet(() -> base + "/interventions/" + situation.key());
    }

    /** Anything else would be a link that a reader must not follow. */
    static boolean isLink(String url) {
        return url.startsWith("https://") || url.startsWith("http://");
    }
}
