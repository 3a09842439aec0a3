-- The run or plan of TestRail that results come from, such as R12, and its page; null for files.
alter table battery_import add column source varchar(40);
alter table battery_import add column link varchar(1000);
-- Whether that run was complete; null for files, which do not say.
alter table battery_import add column finished boolean;
create index battery_import_by_source on battery_import (source);

-- Where more of a test is to be seen.
alter table battery_test add column link varchar(1000);

-- The runs that an import counts: that of a run itself, or all of a plan. None counts for two interventions.
create table testrail_run (
    import_id bigint not null references battery_import (id) on delete cascade,
    run       bigint not null,
    primary key (import_id, run)
);
create index testrail_run_by_number on testrail_run (run);
