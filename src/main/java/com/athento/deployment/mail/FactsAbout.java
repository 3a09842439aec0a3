package com.athento.deployment.mail;

import com.athento.deployment.intervention.ChangeKind;
import com.athento.deployment.intervention.Moments;
import com.athento.deployment.intervention.Window;
import com.athento.deployment.intervention.Words;
import com.athento.deployment.process.Variable;
import com.athento.deployment.process.Variables;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the facts about each subject are made of. */
abstract class FactsAbout {

    final Situation situation;
    final Mailing mailing;
    final Words words;
    final FactSources sources;
    final ZoneId zone;
    final Moments moments;

    FactsAbout(Telling telling) {
        this.situation = telling.situation();
        this.mailing = telling.mailing();
        this.words = telling.words();
        this.sources = telling.sources();
        this.zone = situation.zone();
        this.moments = words.in(zone);
    }

    final <T> Optional<T> find(Variable<T> variable) {
        return variable.find(situation.variables());
    }

    final <T> T the(Variable<T> variable) {
        return variable.in(situation.variables());
    }

    /** Null where none was named. */
    final Window window() {
        return situation.window(mailing).orElse(null);
    }

    final ChangeKind kindOfChange() {
        return the(Variables.CHANGE_KIND);
    }

    /** Somebody's words, with their line breaks; null where nobody said any. */
    final String get(Variable<String> variable) {
        return find(variable)
                .map(text -> text.lines().map(String::stripTrailing))
                .map(lines -> lines.collect(Collectors.joining(Templates.THEIR_LINE_BREAK)))
                .orElse(null);
    }

    final String moment(Variable<Instant> variable) {
        return find(variable).map(moments::full).orElse(null);
    }

    /** A moment that is still to come. */
    final Optional<Instant> ahead(Variable<Instant> variable) {
        return find(variable).filter(sources.clock().instant()::isBefore);
    }
}
