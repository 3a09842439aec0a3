-- In how many attempts a mail was begun: those that were tried least come first, so that whoever is put off keeps nobody waiting.
alter table message_log add column tries integer default 0 not null;
