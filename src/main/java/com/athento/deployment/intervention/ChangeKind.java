package com.athento.deployment.intervention;

/** What is to be changed. Which type of deployment that is, the table {@code deployment-type.dmn} says. */
public enum ChangeKind {
    NEW_SERIES,
    NEW_DOCUMENT_TYPE,
    NEW_FIELD,
    ACTIVATE_OPERATION,
    DELETE_ENTITIES,
    PARAMETRISE_OPERATIONS,
    PARAMETRISE_NOTIFICATIONS,
    SCHEDULE_TASKS,
    MOVE_SERIES_CONFIGURATION,
    IMPORT_SERIES_CONFIGURATION,
    NEW_OPERATION,
    NEW_OPERATION_VERSION,
    NEW_COMMAND,
    AD_HOC_JS,
    SECURITY_PATCH,
    HOTFIX,
    VERSION_UPGRADE,
    APACHE,
    CRONTAB,
    POSTGRESQL,
    OTHER_SERVER_CONFIGURATION;

    /** Only a version upgrade has a target version and moves the version and date of the instance. */
    public boolean movesVersion() {
        return this == VERSION_UPGRADE;
    }

    /** A fix goes directly into the environment that has the problem, without a trial in UAT first. */
    public boolean isFix() {
        return this == SECURITY_PATCH || this == HOTFIX;
    }
}
