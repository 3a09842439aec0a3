package com.athento.deployment.consent;

import com.athento.deployment.process.retention.Kept;
import com.athento.deployment.process.retention.RetentionProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the answers in an ended intervention goes, and when: what was answered stays. */
@Configuration(proxyBeanMethods = false)
class KeptEvidence {

    @Bean
    static Kept evidence(RetentionProperties retention) {
        return new Kept(
                "evidence",
                retention.evidence(),
                """
                select c.id from consent c join intervention i on i.intervention_key = c.intervention_key
                where c.id > :after and i.ended_at < :before and c.answered_by is not null
                order by c.id limit :rows""",
                "update consent set answered_by = null, link_of = null, from_address = null, shown = null where id in (:ids)");
    }
}
