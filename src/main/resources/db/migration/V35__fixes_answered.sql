-- What a revision says about each fix on its instance, in the order in which it is said.
create table revision_fix (
    intervention_key varchar(60)  not null,
    revision         integer      not null,
    place            integer      not null,
    reference        varchar(200) not null,
    -- CONTAINED, REAPPLIED or GIVEN_UP.
    answer           varchar(20)  not null,
    -- What it changes, as the patch list said then.
    notes            varchar(4000),
    primary key (intervention_key, revision, reference)
);
create index revision_fix_by_reference on revision_fix (reference);

-- The intervention whose version brought it along, or with which it was given up: a rollback of that one brings it back.
alter table instance_patch add column cleared_by varchar(60);

-- Which of the fixes that were to be applied again QA confirmed, one a line.
alter table qa_run add column fixes_reapplied text;
