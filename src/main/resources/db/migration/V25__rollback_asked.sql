-- Which incident a rollback was asked for, and confirmed: it ends all that are open. Of those from before nobody knows.
alter table incident add column rollback_asked_by varchar(255);
alter table incident add column rollback_confirmed_by varchar(255);
