package com.athento.deployment.process;

/** Ids of the model that code holds on to; a test proves that each exists there. */
public final class Elements {

    /** The lifecycle, and the two small models that act on it. */
    public static final String LIFECYCLE = "type-4-deployment";

    public static final String CHANGE_INTERVENTION = "change-intervention";
    public static final String REPORT_INCIDENT = "report-incident";

    public static final String DEPLOYMENT_TYPE = "deployment-type";
    public static final String UPDATE_POLICY = "update-policy";

    public static final String REVISE_REQUEST = "revise-request";
    public static final String APPROVE_PRODUCT = "approve-product";
    public static final String APPROVE_PROJECT = "approve-project";
    public static final String CLIENT_CONSENT = "client-consent";
    public static final String OBTAIN_CLIENT_CONSENT = "obtain-client-consent";
    public static final String DECIDE_WITHOUT_ANSWER = "decide-without-answer";
    public static final String NOTIFY_USERS = "notify-users";
    public static final String START_DEPLOYMENT = "start-deployment";
    public static final String DEPLOY = "deploy";
    public static final String RUN_QA_BATTERY = "run-qa-battery";
    public static final String ACCEPT_OR_HOTFIX = "accept-or-hotfix";
    public static final String APPLY_HOTFIX = "apply-hotfix";
    public static final String ROLL_BACK = "roll-back";
    public static final String RECOVER_INSTANCE = "recover-instance";
    public static final String WATCH_OVER_USERS = "watch-over-users";
    public static final String RESOLVE_INCIDENT = "resolve-incident";
    public static final String CONFIRM_ROLLBACK = "confirm-rollback";
    public static final String CLOSE_INTERVENTION = "close-intervention";

    public static final String RESCHEDULE_REQUESTED = "reschedule-requested";
    public static final String WINDOW_NAMED = "window-named";
    public static final String CANCEL_REQUESTED = "cancel-requested";
    public static final String INCIDENT_REPORTED = "incident-reported";

    private Elements() {}
}
