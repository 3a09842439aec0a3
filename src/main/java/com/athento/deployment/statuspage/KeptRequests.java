package com.athento.deployment.statuspage;

import com.athento.deployment.process.retention.Kept;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Addresses that somebody entered and nobody confirmed, even if nobody enters another one. */
@Configuration(proxyBeanMethods = false)
class KeptRequests {

    @Bean
    static Kept unconfirmedAddresses() {
        return new Kept(
                "unconfirmed-addresses",
                AskForMails.TO_CONFIRM,
                """
                select id from status_subscriber
                where id > :after and asked_at < :before and confirmed_at is null
                order by id limit :rows""",
                "delete from status_subscriber where id in (:ids) and confirmed_at is null");
    }
}
