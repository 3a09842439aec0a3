package com.athento.deployment.mail;

import com.athento.deployment.intervention.Words;

/** What a mail tells of, to whom, and in whose words. */
record Telling(Situation situation, Mailing mailing, Words words, FactSources sources) {}
