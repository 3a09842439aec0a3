package com.athento.deployment.mail;

import com.athento.deployment.process.retention.Kept;
import com.athento.deployment.process.retention.RetentionProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the mails of an ended intervention goes, and when: which ones there were stays. */
@Configuration(proxyBeanMethods = false)
class KeptMails {

    private static final String OVER = """
            select m.id from message_log m join intervention i on i.intervention_key = m.intervention_key
            where m.id > :after and i.ended_at < :before and %s
            order by m.id limit :rows""";

    @Bean
    static Kept mailTexts(RetentionProperties retention) {
        return new Kept(
                "mail-texts",
                retention.texts(),
                OVER.formatted("(m.texts is not null or m.body_text is not null)"),
                "update message_log set texts = null, body_html = null, body_text = null, calendar_entry = null, attachment = null where id in (:ids)");
    }

    @Bean
    static Kept mailAddresses(RetentionProperties retention) {
        return new Kept(
                "mail-addresses",
                retention.addresses(),
                OVER.formatted("m.recipients is not null"),
                "update message_log set recipients = null, accepted = null, refused = null, link_of = null where id in (:ids)");
    }
}
