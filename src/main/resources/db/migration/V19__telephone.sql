-- Where staff may call somebody at the client's, with the country's code.
alter table contact add column phone varchar(40);
