package com.athento.deployment.intervention;

/** What can be switched to have a change without deploying it, or to be without it again (procedure, types 1 to 4). */
public enum FlagKind {
    // Type 1
    SERIES_PERMISSION,
    FIELD_VISIBILITY,
    SERIES_ON_OFF,
    TRAY_PERMISSION,
    // Type 2
    UAT_SERIES,
    OTHER_DOCUMENT_TYPE,
    PREVIOUS_VERSION,
    // Types 3 and 4
    OPERATION_OFF,
    CONFIGURATION_VARIABLE,
    LOCAL_SETTINGS
}
