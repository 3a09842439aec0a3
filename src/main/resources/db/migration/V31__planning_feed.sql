-- The secret address of an account's own calendar: only a digest of it is kept, which opens nothing.
create table planning_feed (
    account varchar(255) primary key,
    digest  varchar(64)  not null unique,
    made_at timestamp with time zone not null
);
