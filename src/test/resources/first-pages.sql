-- 2,000 interventions that run and 100,000 that have ended, of 100 clients with two instances each, every quarter of an hour one.
-- Rows are written faster without these indexes.
create temporary table aside as
select indexname, indexdef from pg_indexes
where tablename in ('intervention', 'status_update', 'qa_run') and indexdef not like 'CREATE UNIQUE%';
do 'declare one record; begin for one in select * from aside loop execute ''drop index '' || one.indexname; end loop; end';

insert into client (code, name, locale, zone, status_key)
select 'C' || n, 'Client ' || n, 'es', 'Europe/Madrid', lpad(n::text, 43, 'S') from generate_series(0, 99) n;

insert into instance (code, client_code, environment, line, version, notice_hours, support_hours, rollback_minutes, banner_key)
select 'C' || n || '-' || e, 'C' || n, e, 'SE', '24.1', 48, 24, 15, lpad(n || e, 43, 'B')
from generate_series(0, 99) n, (values ('PRO'), ('UAT')) environments(e);

-- Rows that are written again and again lie anywhere in the end.
insert into intervention (intervention_key, process_instance_id, process_definition_id, instance_code, client_code, requester,
    phase, outcome, revision, window_start, window_day, zone, downtime_minutes, requested_at, ended_at, unavailable_since)
select 'INT-2026-' || lpad(n::text, 6, '0') || '-' || instance, 'process-' || n, 'model:1', instance, client, 'rita',
    case when running then (array['REQUEST', 'APPROVAL', 'CONSENT', 'WAITING', 'ROLLOUT', 'SUPPORT', 'CLOSURE'])[1 + n / 51 % 7]
        else 'ENDED' end,
    case when not running then 'DEPLOYED' end,
    1, start, (start at time zone 'Europe/Madrid')::date, 'Europe/Madrid', 45, start - interval '7 days',
    case when not running then start + interval '1 day' end,
    case when running and n % 5100 = 0 then now() end
from (
    select n, n % 51 = 0 as running, 'C' || n * 7919 % 10007 % 100 as client,
        'C' || n * 7919 % 10007 % 100 || case when n % 2 = 0 then '-PRO' else '-UAT' end as instance,
        case when n % 51 = 0 then now() + n / 51 * interval '1 hour' else now() - (102001 - n) * interval '15 minutes' end as start
    from generate_series(1, 102000) n) made
order by n * 7919 % 102001;

insert into revision (intervention_key, number, submitted_by, submitted_at, change_kind, severity, window_start, zone,
    downtime_minutes, window_set_at, approvals_from, consent_from)
select intervention_key, 1, 'rita', requested_at, 'VERSION_UPGRADE', 'NONE', window_start, zone, 45, requested_at, 1, 1
from intervention;

insert into status_update (intervention_key, client_code, instance_code, state, change_kind, from_version, target_version,
    window_start, downtime_minutes, in_app, notice_at, happened_at, settled)
select i.intervention_key, i.client_code, i.instance_code, s.state, 'VERSION_UPGRADE', '24.1.0', '24.2.0',
    i.window_start, 45, true, i.window_start - interval '2 days', i.window_start + s.after, i.ended_at is not null
from intervention i, (values ('PLANNED', interval '-5 days'), ('IN_PROGRESS', interval '0'),
    ('VERIFYING', interval '30 minutes'), ('COMPLETED', interval '1 hour')) s(state, after)
where i.ended_at is not null or s.state = 'PLANNED'
order by i.window_start + s.after;

insert into qa_run (intervention_key, revision, recorded_by, recorded_at, total, passed, failed, blocked, still_open, finished, verdict)
select intervention_key, 1, 'qa', window_start, 100, 100, 0, 0, 0, true, 'PASSED' from intervention where ended_at is not null;

do 'declare one record; begin for one in select * from aside loop execute one.indexdef; end loop; end';
vacuum analyze;
