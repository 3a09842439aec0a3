-- What a mail brings along as a file, so that a retry brings the same; kept as long as its text.
alter table message_log add column attachment text;
