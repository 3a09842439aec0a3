package com.athento.deployment.post;

import com.athento.deployment.intervention.Language;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * In which language a mail to our own people is written: whoever has chosen one reads that, everybody else and every
 * address of a whole team the installation's.
 */
@Component
public class StaffLanguages {

    private final ReadersLanguages readers;
    private final MailProperties mails;

    StaffLanguages(ReadersLanguages readers, MailProperties mails) {
        this.readers = readers;
        this.mails = mails;
    }

    /** By address, as it is chosen now; looked up once. */
    public Function<String, Language> now() {
        var chosen = readers.byAddress();
        return address -> chosen.getOrDefault(address, mails.staffLanguage());
    }
}
