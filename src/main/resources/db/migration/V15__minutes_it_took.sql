-- How many minutes users could not work, with an update that ends it.
alter table status_update add column downtime_spent integer;
