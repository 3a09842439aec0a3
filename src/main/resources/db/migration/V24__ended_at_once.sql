-- A request that ends at once, because another procedure is right, may leave out all that only a deployment needs.
alter table revision alter column window_start drop not null;
alter table revision alter column downtime_minutes drop not null;
alter table revision alter column reason drop not null;
alter table revision alter column flag_possible drop not null;
alter table revision alter column flag_reason drop not null;
alter table revision alter column big_changes drop not null;
alter table revision alter column plan drop not null;
alter table revision alter column rollback_plan drop not null;
alter table revision alter column notice_channels drop not null;
alter table message_log alter column window_start drop not null;
alter table message_log alter column downtime_minutes drop not null;

-- Without a window it stands last in every list; the indexes are in that order.
drop index intervention_by_phase;
drop index intervention_by_window;
alter table intervention alter column window_start drop not null;
alter table intervention alter column downtime_minutes drop not null;
create index intervention_by_phase on intervention (phase, window_start desc nulls last, intervention_key desc);
create index intervention_by_window on intervention (window_start desc nulls last, intervention_key desc);
