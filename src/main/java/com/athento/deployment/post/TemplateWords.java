package com.athento.deployment.post;

import com.athento.deployment.intervention.Language;
import com.athento.deployment.intervention.Words;
import java.text.MessageFormat;
import java.util.Locale;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.stereotype.Component;

/** The words as templates ask for them, those of pages as those of mails: {@code #{label.when}}. */
@Component("messageSource")
public class TemplateWords extends AbstractMessageSource {

    @Override
    protected MessageFormat resolveCode(String code, Locale locale) {
        return new Words(Language.of(locale)).find(code).orElse(null);
    }
}
