package com.athento.deployment.process.models;

import com.athento.deployment.process.Variable;
import com.athento.deployment.process.Variables;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a form asks for are variables of the model, and what it offers are their words. */
final class CheckForms {

    private static final Pattern FIELD = Pattern.compile("ng-model=\"f\\.(\\w+)\"(?: value=\"([^\"]*)\")?");

    /** The form of the approvals serves both, and leaves the team out of the names. */
    private static final List<String> TEAMS = List.of("", "product", "project");

    private CheckForms() {}

    static List<String> faults(byte[] form) {
        return FIELD.matcher(new String(form, StandardCharsets.UTF_8))
                .results()
                .flatMap(field -> fault(field.group(1), Optional.ofNullable(field.group(2))).stream())
                .distinct()
                .toList();
    }

    private static Optional<String> fault(String field, Optional<String> offered) {
        var variable = TEAMS.stream()
                .flatMap(team -> Variables.find(team + field).stream())
                .findFirst();
        return variable.isEmpty()
                ? Optional.of("f." + field + ": " + Names.unknownVariable(field))
                : offered.flatMap(word -> fault(field, variable.get(), word));
    }

    private static Optional<String> fault(String field, Variable<?> variable, String offered) {
        var words = variable.values().stream().map(String::valueOf).toList();
        return words.isEmpty() || words.contains(offered)
                ? Optional.empty()
                : Optional.of(
                        "'%s' is never '%s'; offer some of %s".formatted(field, offered, String.join(", ", words)));
    }
}
