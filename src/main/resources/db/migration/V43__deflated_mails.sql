-- HTML and text of a mail, deflated in one (record/MailTexts), where both stood by themselves: in rows from before they
-- stay there until the time of mails' texts is over.
alter table message_log add column texts bytea;
