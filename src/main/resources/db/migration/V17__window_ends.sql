-- Until when an agreed window may be started; null where it was agreed before that was said.
alter table intervention add column start_until timestamp with time zone;
alter table status_update add column start_until timestamp with time zone;
