package com.athento.deployment.schedule.freezes;

import static com.athento.deployment.schedule.freezes.FreezeFields.CLIENTS;
import static com.athento.deployment.schedule.freezes.FreezeFields.CONTACT;
import static com.athento.deployment.schedule.freezes.FreezeFields.DURATION;
import static com.athento.deployment.schedule.freezes.FreezeFields.ENVIRONMENTS;
import static com.athento.deployment.schedule.freezes.FreezeFields.EVERYTHING;
import static com.athento.deployment.schedule.freezes.FreezeFields.FROM;
import static com.athento.deployment.schedule.freezes.FreezeFields.INSTANCES;
import static com.athento.deployment.schedule.freezes.FreezeFields.NAME;
import static com.athento.deployment.schedule.freezes.FreezeFields.REASON;
import static com.athento.deployment.schedule.freezes.FreezeFields.RULE;
import static com.athento.deployment.schedule.freezes.FreezeFields.SCOPE;
import static com.athento.deployment.schedule.freezes.FreezeFields.UNTIL;

import com.athento.deployment.intervention.Environment;
import com.athento.deployment.intervention.OneLine;
import com.athento.deployment.intervention.PlainText;
import com.athento.deployment.process.JsonField;
import com.athento.deployment.process.Kind;
import com.athento.deployment.process.Reading;
import com.athento.deployment.process.Refused;
import com.athento.deployment.register.Register;
import com.athento.deployment.schedule.ClientTime;
import com.athento.deployment.schedule.calendars.Recurrence;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** Reads what somebody says of a freeze: all that is wrong with it is told at once, field by field. */
@Component
class ReadFreeze {

    private static final int LONGEST_REASON = 1000;

    /** More parts than that are another scope. */
    private static final int MOST = 1000;

    private static final Kind<String> LINE = Kind.of(
            text -> Optional.of(text).filter(OneLine::isOne).filter(line -> isName(line)), "refused.value.name");
    private static final Kind<Environment> ENVIRONMENT = Kind.word(Environment.class);

    private final Register register;
    private final ScopeZones zones;

    ReadFreeze(Register register, ScopeZones zones) {
        this.register = register;
        this.zones = zones;
    }

    /** @throws Refused if anything of it is missing or wrong */
    Stated of(ObjectNode json) {
        var reading = new Reading();
        var name = reading.of(() -> LINE.read(NAME, text(json, NAME)));
        var reason = reading.of(() -> reason(json));
        var contact = reading.of(() -> LINE.read(CONTACT, text(json, CONTACT)));
        var scope = scope(json.path(SCOPE), reading);
        var times = times(json, zones.of(scope), reading);
        reading.end();
        return new Stated(name.orElseThrow(), reason.orElseThrow(), contact.orElseThrow(), scope, times.orElseThrow());
    }

    private static boolean isName(String line) {
        return line.length() <= 200 && line.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static String text(JsonNode json, String field) {
        return JsonField.text(json, field).orElseThrow(() -> Refused.because("refused.freeze.missing", field));
    }

    private static String reason(JsonNode json) {
        var text = text(json, REASON);
        if (text.length() > LONGEST_REASON) {
            throw Refused.because("refused.value.too-long", REASON, text.length(), LONGEST_REASON);
        }
        return text;
    }

    private Scope scope(JsonNode json, Reading reading) {
        reading.check(() -> mustBeScope(json));
        var everything = reading.of(() -> JsonField.isTrue(json, EVERYTHING)).orElse(false);
        var environments = new LinkedHashSet<Environment>();
        codes(json, ENVIRONMENTS, reading)
                .forEach(code ->
                        reading.of(() -> ENVIRONMENT.read(ENVIRONMENTS, code)).ifPresent(environments::add));
        var clients = codes(json, CLIENTS, reading);
        clients.forEach(code -> reading.check(
                () -> mustBeKnown(CLIENTS, code, one -> register.client(one).isPresent())));
        var instances = codes(json, INSTANCES, reading);
        instances.forEach(code -> reading.check(
                () -> mustBeKnown(INSTANCES, code, one -> register.instance(one).isPresent())));
        var scope = new Scope(everything, environments, clients, instances);
        reading.check(() -> mustHoldAnything(scope, json));
        return scope;
    }

    private static void mustBeScope(JsonNode json) {
        if (!json.isObject() && !json.isMissingNode() && !json.isNull()) {
            throw Refused.because("refused.freeze.scope", SCOPE, PlainText.quoted(json));
        }
        json.fieldNames().forEachRemaining(name -> {
            if (!List.of(EVERYTHING, ENVIRONMENTS, CLIENTS, INSTANCES).contains(name)) {
                throw Refused.because(
                        "refused.register.unknown-field",
                        PlainText.quoted(name),
                        String.join(", ", EVERYTHING, ENVIRONMENTS, CLIENTS, INSTANCES));
            }
        });
    }

    /** What names something that is not known has been refused already. */
    private static void mustHoldAnything(Scope scope, JsonNode json) {
        var saysNothing = !json.isValueNode() || json.isNull();
        for (var part : json) {
            saysNothing &=
                    part.isNull() || (part.isArray() && part.isEmpty()) || (part.isBoolean() && !part.asBoolean());
        }
        if (scope.isNothing() && saysNothing) {
            throw Refused.because("refused.freeze.no-scope", SCOPE);
        }
    }

    private static Set<String> codes(JsonNode scope, String field, Reading reading) {
        return reading.of(() -> codes(scope.path(field), field)).orElse(Set.of());
    }

    private static Set<String> codes(JsonNode json, String field) {
        if (json.isMissingNode() || json.isNull()) {
            return Set.of();
        }
        if (!json.isArray() || !StreamSupport.stream(json.spliterator(), false).allMatch(JsonNode::isTextual)) {
            throw Refused.because("refused.freeze.list", field, PlainText.quoted(json));
        }
        if (json.size() > MOST) {
            throw Refused.because("refused.freeze.too-many", field, json.size(), MOST);
        }
        return StreamSupport.stream(json.spliterator(), false)
                .map(code -> PlainText.trimmed(code.asText()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void mustBeKnown(String field, String code, Predicate<String> known) {
        if (!known.test(code)) {
            throw Refused.because("refused.freeze.unknown", field, PlainText.quoted(code));
        }
    }

    private static Optional<Times> times(JsonNode json, Set<ZoneId> zones, Reading reading) {
        var from = reading.of(() -> local(json, FROM, zones));
        var rule = reading.of(() -> JsonField.text(json, RULE))
                .filter(Optional::isPresent)
                .flatMap(text -> text);
        var until = reading.of(() -> JsonField.text(json, UNTIL)).flatMap(text -> text);
        var duration = reading.of(() -> JsonField.text(json, DURATION)).flatMap(text -> text);
        reading.check(() -> mustFit(json, rule, until, duration));
        return rule.isPresent()
                ? returning(from, rule.get(), duration, reading)
                : once(json, from, until, zones, reading);
    }

    private static void mustFit(
            JsonNode json, Optional<String> rule, Optional<String> until, Optional<String> duration) {
        if (rule.isPresent() && until.isPresent()) {
            throw Refused.because("refused.freeze.until-with-rule", UNTIL, PlainText.quoted(until.get()));
        }
        if (rule.isPresent() && duration.isEmpty() && !isWrong(json, DURATION)) {
            throw Refused.because("refused.freeze.no-duration", DURATION);
        }
        if (rule.isEmpty() && duration.isPresent() && !isWrong(json, RULE)) {
            throw Refused.because("refused.freeze.duration-without-rule", DURATION, PlainText.quoted(duration.get()));
        }
        if (rule.isEmpty() && until.isEmpty() && !isWrong(json, UNTIL) && !isWrong(json, RULE)) {
            throw Refused.because("refused.freeze.no-until", UNTIL);
        }
    }

    /** Whether that has been refused already. */
    private static boolean isWrong(JsonNode json, String field) {
        var value = json.path(field);
        return !value.isMissingNode() && !value.isNull() && !value.isTextual();
    }

    private static Optional<Times> once(
            JsonNode json, Optional<LocalDateTime> from, Optional<String> until, Set<ZoneId> zones, Reading reading) {
        return until.flatMap(text -> reading.of(() -> local(json, UNTIL, zones)))
                .flatMap(end -> from.flatMap(begin -> reading.of(() -> once(begin, end))));
    }

    private static Times once(LocalDateTime from, LocalDateTime until) {
        if (!until.isAfter(from)) {
            throw Refused.because("refused.freeze.ends-before", UNTIL, ClientTime.text(until), ClientTime.text(from));
        }
        return Times.once(from, until);
    }

    private static Optional<Times> returning(
            Optional<LocalDateTime> from, String rule, Optional<String> duration, Reading reading) {
        var recurrence = reading.of(() -> Recurrence.read(RULE, rule));
        var length = duration.flatMap(text -> reading.of(() -> Length.KIND.read(DURATION, text)));
        return from.flatMap(first -> recurrence.flatMap(returning ->
                length.flatMap(each -> reading.of(() -> returning(new Times(first, each, Optional.of(returning)))))));
    }

    private static Times returning(Times times) {
        var rule = times.rule().orElseThrow();
        var starts = rule.starts(times.from(), times.from(), Times.TOO_FAR);
        if (starts.isEmpty()) {
            throw Refused.because("refused.freeze.never", RULE, PlainText.quoted(rule), ClientTime.text(times.from()));
        }
        distance(starts)
                .filter(distance -> distance.compareTo(times.length()) < 0)
                .ifPresent(distance -> {
                    throw Refused.because(
                            "refused.freeze.too-long", DURATION, Length.text(times.length()), Length.text(distance));
                });
        return times;
    }

    /** The shortest there is from one begin to the next. */
    private static Optional<Duration> distance(List<LocalDateTime> starts) {
        Optional<Duration> shortest = Optional.empty();
        for (int i = 1; i < starts.size(); i++) {
            var distance = Duration.between(starts.get(i - 1), starts.get(i));
            shortest = shortest.filter(known -> known.compareTo(distance) <= 0).or(() -> Optional.of(distance));
        }
        return shortest;
    }

    /** A local time that exists once by every clock that the freeze goes by. */
    private static LocalDateTime local(JsonNode json, String field, Set<ZoneId> zones) {
        var text = text(json, field);
        return zones.stream()
                .map(zone -> ClientTime.read(field, text, zone, Optional.empty(), Optional.empty())
                        .local())
                .reduce((one, same) -> same)
                .orElseThrow();
    }

    /** What is said to be changed, over what stands; what is left out stays. */
    static ObjectNode over(ObjectNode standing, JsonNode json) {
        var all = standing.deepCopy();
        if (isGiven(json, RULE) && !json.has(UNTIL)) {
            all.remove(UNTIL);
        }
        if (isGiven(json, UNTIL) && !json.has(RULE)) {
            all.remove(List.of(RULE, DURATION));
        }
        json.properties().forEach(field -> {
            if (field.getKey().equals(SCOPE) && field.getValue().isObject()) {
                ((ObjectNode) all.path(SCOPE)).setAll((ObjectNode) field.getValue());
            } else {
                all.set(field.getKey(), field.getValue());
            }
        });
        return all;
    }

    private static boolean isGiven(JsonNode json, String field) {
        return !(json.path(field) instanceof MissingNode) && !json.path(field).isNull();
    }
}
