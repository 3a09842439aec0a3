package com.athento.deployment.bench;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A house with much to plan, made by bulk SQL: what the planning, the slots and the board of instances read, as the
 * procedure would have left it there. Each client has five instances and a calendar of its own; every other client
 * lives in Bogota, whose nights are the vendor's mornings. Rows of the engine stand only where these pages look, with
 * the tasks of what is to come.
 */
final class ManyPlans {

    private static final int INSTANCES_EACH = 5;
    private static final int VERSIONS = 40;

    private final JdbcClient sql;

    ManyPlans(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param ended how many are over, in the last three years; a few hundred of them in any week */
    void make(int instances, int ended, int windows, int freezes) {
        register(instances);
        versions();
        ended(ended, instances);
        toCome(windows, instances);
        tasks();
        freezes(freezes, instances);
        sql.sql("vacuum analyze").update();
    }

    private void register(int instances) {
        sql.sql("""
                        insert into client (code, name, locale, zone, status_key, calendar)
                        select 'C' || n, 'Client ' || n, 'es', case when n % 2 = 0 then 'Europe/Madrid' else 'America/Bogota' end, 'C' || n,
                            '{"workingHours":{"MONDAY":"08:00-18:00","TUESDAY":"08:00-18:00","WEDNESDAY":"08:00-18:00","THURSDAY":"08:00-18:00","FRIDAY":"08:00-15:00"},"holidays":"'
                                || case when n % 2 = 0 then 'ES-MD' else 'CO' end
                                || '","closed":[{"from":"2026-12-24","to":"2027-01-06","name":"Christmas"}],"maintenance":[]}'
                        from generate_series(0, ?) n""").param(instances / INSTANCES_EACH - 1).update();
        sql.sql("""
                        insert into instance (code, client_code, environment, line, version, last_update,
                            notice_hours, support_hours, rollback_minutes, banner_key)
                        select 'C' || n / ? || '-' || n % ?, 'C' || n / ?, case when n % 5 = 0 then 'PRO' when n % 5 < 3 then 'QA' else 'UAT' end,
                            case when n % 3 = 0 then 'ECM' else 'SE' end, '24.' || n % ? || '.0', current_date - n % 900, 48, 24, 15, 'B' || n
                        from generate_series(0, ?) n""")
                .params(INSTANCES_EACH, INSTANCES_EACH, INSTANCES_EACH, VERSIONS, instances - 1)
                .update();
        sql.sql("""
                        insert into instance_patch (instance_code, intervention_key, applied_at, reference)
                        select code, 'INT-2020-' || n || '-' || code, now() - interval '1 year', 'FIX-' || n from instance, generate_series(1, 2) n
                        where code like 'C%'""").update();
    }

    private void versions() {
        sql.sql("""
                        insert into product_version (line, same_as, version, released, big_changes, fixes, source)
                        select line, '24.' || n, '24.' || n || '.0', current_date - 30 * (? - n), n % 10 = 0, 'FIX-' || n, 'FILE'
                        from generate_series(1, ?) n, (values ('SE'), ('ECM')) lines(line)""").params(VERSIONS, VERSIONS).update();
        sql.sql("""
                        insert into version_run (instance_code, line, same_as, version, origin, ran_from)
                        select code, line, regexp_replace(version, '(\\.0)+$', ''), version, 'STATED', now() - interval '1 year'
                        from instance where code like 'C%'""").update();
    }

    private void ended(int ended, int instances) {
        interventions("ENDED", ended, instances, "now() - n * interval '3 years' / ? + interval '2 days'", "'ENDED'");
        sql.sql("""
                        update intervention set outcome = 'DEPLOYED', actual_start = window_start, downtime_spent = 30,
                            available_since = window_start + interval '30 minutes', support_until = window_start + interval '1 day',
                            ended_at = window_start + interval '25 hours' where phase = 'ENDED'""").update();
        sql.sql("""
                        insert into version_run (instance_code, line, same_as, version, origin, intervention_key, ran_from, ran_until, ending)
                        select i.instance_code, n.line, '24.1', '24.1.0', 'DEPLOYED', i.intervention_key, i.window_start,
                            i.window_start + interval '30 days', 'REPLACED'
                        from intervention i join instance n on n.code = i.instance_code where i.phase = 'ENDED'""").update();
        sql.sql("""
                        insert into timeline (intervention_key, happened_at, element, label, kind, person)
                        select intervention_key, window_start, 'deploy', 'Deploy', 'TASK', 'systems'
                        from intervention, generate_series(1, 10) where phase = 'ENDED'""").update();
    }

    /** More of them than the systems team can serve at once, around the clock but in the evenings of Madrid. */
    private void toCome(int windows, int instances) {
        interventions(
                "TO-COME",
                windows,
                instances,
                "date_trunc('day', now(), 'UTC') + interval '1 day' + (n * 90 / ?) * interval '1 day' + (n * 7919 % 1140) * interval '1 minute'",
                "case n % 4 when 0 then 'APPROVAL' when 1 then 'CONSENT' else 'WAITING' end");
    }

    /** The clients' first instances have none. */
    private void interventions(String word, int many, int instances, String start, String phase) {
        sql.sql("""
                        insert into intervention (intervention_key, process_instance_id, process_definition_id, instance_code,
                            client_code, requester, phase, revision, window_start, window_day, zone, downtime_minutes, requested_at)
                        select 'INT-2026-' || n || '-' || w.word, w.word || '-' || n, d.id_, 'C' || c.number || '-' || (1 + n %% 4), 'C' || c.number, 'project',
                            %s, 1, w.at, w.at::date, case when c.number %% 2 = 0 then 'Europe/Madrid' else 'America/Bogota' end, 45, w.at - interval '10 days'
                        from generate_series(1, ?) n
                        cross join lateral (select n %% ? as number) c
                        cross join lateral (select ? as word, %s as at) w
                        cross join (select id_ from act_re_procdef where key_ = 'type-4-deployment' limit 1) d""".formatted(phase, start))
                .params(many, instances / INSTANCES_EACH, word, many)
                .update();
        sql.sql("""
                        insert into revision (intervention_key, number, submitted_by, submitted_at, change_kind, from_version,
                            target_version, severity, window_start, zone, downtime_minutes, reason, flag_possible, flag_reason,
                            big_changes, plan, rollback_plan, notice_channels, window_set_at, approvals_from, consent_from)
                        select intervention_key, 1, requester, requested_at, 'VERSION_UPGRADE', '24.1.0', '24.2.0', 'NONE', window_start,
                            zone, downtime_minutes, 'Monthly upgrade', false, 'No flag covers a new version', false,
                            'Stop, install, migrate, start', 'Restore the snapshot', 'EMAIL', requested_at, 1, 1
                        from intervention where intervention_key like '%' || ?""").param(word).update();
    }

    /** Two for whoever is to be approved, one for whoever is to be agreed, none for who waits for its window. */
    private void tasks() {
        sql.sql("""
                        insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, proc_def_id_, is_active_,
                            is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_)
                        select process_instance_id, 1, process_instance_id, process_instance_id, process_definition_id, true,
                            false, true, false, 1, 0, 1
                        from intervention where phase <> 'ENDED'""").update();
        sql.sql("""
                        insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, priority_,
                            create_time_, due_date_, suspension_state_)
                        select t.team || '-' || process_instance_id, 1, process_instance_id, process_instance_id, process_definition_id,
                            'To do', t.element, 50, now(), now() + interval '2 days', 1
                        from intervention join (values ('APPROVAL', 'product', 'approve-product'), ('APPROVAL', 'project', 'approve-project'),
                            ('CONSENT', 'project', 'obtain-client-consent')) t(phase, team, element) using (phase)""").update();
        sql.sql("""
                        insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_, proc_def_id_)
                        select 'L-' || id_, 1, split_part(id_, '-', 1), 'candidate', id_, null from act_ru_task
                        where name_ = 'To do'""").update();
    }

    /** Half return every week or month; all of them by day. Every other one names the first clients. */
    private void freezes(int freezes, int instances) {
        sql.sql("""
                        insert into change_freeze (version, name, reason, contact, everything, from_local, until_local, minutes,
                            rule, made_by, made_at, extended_at)
                        select 1, 'Freeze ' || n, 'Month end', 'manager', false, f.at,
                            case when n % 2 = 0 then timestamp '9998-01-01' else f.at + interval '4 hours' end, 240,
                            case n % 4 when 0 then 'FREQ=WEEKLY;BYDAY=MO,TH' when 2 then 'FREQ=MONTHLY;BYMONTHDAY=-1,1' end, 'manager', now(), now()
                        from generate_series(1, ?) n
                        cross join lateral (select current_date - case when n % 2 = 0 then 200 else -n % 90 end + interval '9 hours' as at) f""").param(freezes).update();
        sql.sql("""
                        insert into change_freeze_scope (freeze_id, kind, code)
                        select id, case id % 10 when 0 then 'ENVIRONMENT' when 1 then 'INSTANCE' else 'CLIENT' end,
                            case when id % 10 = 0 then 'PRO' else 'C' || case when id % 3 = 0 then id % 2 else id % ? end
                                || case when id % 10 = 1 then '-0' else '' end end
                        from change_freeze""").param(instances / INSTANCES_EACH).update();
    }
}
