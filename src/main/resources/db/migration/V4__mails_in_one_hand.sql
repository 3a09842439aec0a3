-- Until when one attempt has a mail in hand: no other attempt, of whatever node, sends it meanwhile.
alter table message_log add column held_until timestamp with time zone;
alter table status_mail add column held_until timestamp with time zone;
