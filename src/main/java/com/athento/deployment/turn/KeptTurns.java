package com.athento.deployment.turn;

import com.athento.deployment.process.retention.Kept;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who was told of a task is of use while it is open, and a little longer. */
@Configuration(proxyBeanMethods = false)
class KeptTurns {

    static final Duration SPAN = Duration.ofDays(30);

    @Bean
    static Kept toldTurns() {
        return new Kept("told-turns", SPAN, """
                select id from turn_mail
                where id > :after and changed_at < :before
                and not exists (select 1 from ACT_RU_TASK open where open.ID_ = turn_mail.task)
                order by id limit :rows""", "delete from turn_mail where id in (:ids)");
    }
}
