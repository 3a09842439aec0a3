-- Times that a client may take at once instead of the window that it was asked about, and until when each is kept for it.
create table slot_hold (
    intervention_key varchar(60)              not null,
    revision         integer                  not null,
    start_at         timestamp with time zone not null,
    downtime_minutes integer                  not null,
    held_until       timestamp with time zone not null,
    primary key (intervention_key, revision, start_at)
);
create index slot_hold_by_start on slot_hold (start_at);

-- The revision that the client was asked about, where its answer took another time and so made the next one.
alter table consent add column asked_revision integer;
