package com.athento.deployment.process;

import java.util.regex.Pattern;

/** Words that mean nothing to a person: the engine's codes, ids and class names. */
public final class Jargon {

    /** The engine's own, of what is older than {@link ShortIds}. */
    private static final String UUID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    private static final String ANY = "(?:" + UUID + "|" + ShortIds.FORM + ")";

    private static final Pattern WHAT_FAILED = Pattern.compile(
            "^Cannot (submit task form|complete task|instantiate process definition|get \\w+(?: \\w+)* for \\w+(?: \\w+)*) \\S+: ");
    private static final Pattern DEFINITION = Pattern.compile("([\\w-]+):\\d+:" + ANY);
    private static final Pattern CODE = Pattern.compile("ENGINE-[\\w-]+ ?");
    private static final Pattern ID = Pattern.compile("\\s*\\(?'?" + ANY + "'?\\)?");
    private static final Pattern CLASS = Pattern.compile("\\b(?:[a-z][\\w]*\\.){2,}\\w+(?:\\$\\w+)*\\b");

    private Jargon() {}

    /** What is left of an engine's message; blank if that says nothing. */
    public static String without(String message) {
        var sentence = WHAT_FAILED.matcher(message).replaceAll("");
        sentence = DEFINITION.matcher(sentence).replaceAll("$1");
        sentence = CODE.matcher(sentence).replaceAll("");
        sentence = ID.matcher(sentence).replaceAll("");
        return CLASS.matcher(sentence).find()
                ? ""
                : sentence.replaceAll("\\s+", " ").strip();
    }
}
