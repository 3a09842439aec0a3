-- What a mail states that time or events can make untrue. Mails of before always hold.
alter table message_log add column claim varchar(200) default '' not null;
