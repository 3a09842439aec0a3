-- Whether a job was ahead already, when this was written, that takes it along: then it has none of its own.
alter table turn_mail add column carried boolean default false not null;
