package com.athento.deployment.schedule.freezes;

/** What the parts of a freeze are called in JSON, in forms, and in sentences. */
final class FreezeFields {

    static final String NAME = "name";
    static final String REASON = "reason";
    static final String CONTACT = "contact";
    static final String SCOPE = "scope";
    static final String EVERYTHING = "everything";
    static final String ENVIRONMENTS = "environments";
    static final String CLIENTS = "clients";
    static final String INSTANCES = "instances";
    static final String FROM = "from";
    static final String UNTIL = "until";
    static final String RULE = "rule";
    static final String DURATION = "duration";
    static final String ENDED = "ended";
    static final String VERSION = "version";

    private FreezeFields() {}
}
