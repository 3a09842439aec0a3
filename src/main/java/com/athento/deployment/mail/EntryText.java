package com.athento.deployment.mail;

import com.athento.deployment.intervention.Window;
import com.athento.deployment.intervention.Words;

/** What an entry in a calendar says, in its reader's words. */
record EntryText(Standing standing, Window window, String key, Facts facts, Words words) {

    String summary() {
        return words.of(
                "entry.summary." + standing.name(),
                facts.change().product(),
                facts.change().briefly(),
                facts.change().instance());
    }

    String description() {
        return facts.ways().isForClient() ? forClient() : forColleagues();
    }

    private String forClient() {
        return String.join(
                "\n",
                words.of("entry.what", facts.change().what(), facts.change().instance()),
                when(),
                words.of("entry." + standing.name(), facts.times().minutes()),
                words.of("entry.ask", facts.ways().askTeam(), facts.ways().askAddress()),
                words.of("footer.status", facts.ways().statusPage()),
                words.of("footer.key", key));
    }

    private String forColleagues() {
        return String.join(
                "\n",
                words.of(
                        "entry.inside.what",
                        facts.change().what(),
                        facts.change().instance(),
                        facts.change().client()),
                when(),
                words.of("entry.inside." + standing.name(), facts.times().minutes()),
                facts.ways().link(),
                words.of("footer.key", key));
    }

    /** A program that was told UTC shows its own clock only. What is taken back does not start any more. */
    private String when() {
        var day = words.in(window.zone()).full(window.start());
        return standing.takesBack() || facts.times().starts() == null
                ? day
                : day + "\n" + words.of("label.starts") + ": " + facts.times().starts();
    }

    String address() {
        return facts.ways().isForClient()
                ? facts.ways().statusPage()
                : facts.ways().link();
    }
}
