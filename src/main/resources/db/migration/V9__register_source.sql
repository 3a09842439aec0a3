-- Who says what a client is: the register file, or an admin whose change the next import leaves alone.
alter table client add column source varchar(10) default 'FILE' not null;
