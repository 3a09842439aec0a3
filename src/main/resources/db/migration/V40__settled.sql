-- Whether it belongs to an intervention that was over by then: what is to come or going on is found without all that was.
drop index status_update_by_client;
drop index status_update_by_instance;
alter table status_update add column settled boolean default false not null;
update status_update set settled = true where exists (
    select 1 from status_update later
    where later.intervention_key = status_update.intervention_key and later.id >= status_update.id
    and later.state in ('COMPLETED', 'ROLLED_BACK', 'CANCELLED'));
create index status_update_to_come on status_update (client_code, settled);
create index status_update_by_client on status_update (client_code, id, state, intervention_key);
create index status_update_by_instance on status_update (instance_code, settled, happened_at);

-- In the order of the lists, with what they are asked for: a condition is decided without the row.
drop index intervention_by_window;
drop index intervention_by_instance;
create index intervention_by_window on intervention (window_start desc nulls last, intervention_key desc, phase, window_day, client_code);
create index intervention_by_instance on intervention (instance_code, window_start desc nulls last, intervention_key desc, phase);

-- A line of a list needs no more of its client.
create index client_called on client (code, name);
