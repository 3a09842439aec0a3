-- The window that was agreed before and no longer holds, with an update that moves it or takes it back to find another.
alter table status_update add column moved_from timestamp with time zone;

-- What was followed by another window had not been cancelled.
update status_update set state = 'MOVED', moved_from = window_start
where state = 'CANCELLED' and exists (
    select 1 from status_update later where later.intervention_key = status_update.intervention_key and later.id > status_update.id);

-- Since when a client has a page: the date of one on which nothing has happened yet.
alter table client add column status_since timestamp with time zone default current_timestamp not null;
