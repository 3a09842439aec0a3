-- Whose personal link a mail carries, and with whose link an answer on the page was given: names as the register had them, one a line.
-- Null where a mail carries none or went to several, as all did before.
alter table message_log add column link_of text;
alter table consent add column link_of text;
