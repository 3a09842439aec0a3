package com.athento.deployment.mail;

/** A mail as its reader sees it. */
record Rendered(String subject, String html, String text) {}
