-- Of the same task a reader hears again when it is late, and of some until they are done. Rows from before tell that a task appeared.
alter table turn_mail add column occasion varchar(10) default 'APPEARED' not null;
alter table turn_mail add column round integer default 0 not null;
alter table turn_mail drop constraint told_once;
alter table turn_mail add constraint told_once unique (task, address, occasion, round);
